using System.Text.Json;
using Bolyst.Cli.Demo;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Demo;

/// <summary>The demo of the default seed, imported once for a class of tests.</summary>
public sealed class ImportedDemo : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("bolyst-demo-").FullName;
    private TestDatabase database = null!;

    public BolystStore Store { get; private set; } = null!;

    public ImportReport Report { get; private set; } = null!;

    /// <summary>truths.json, read as a stranger would: by its names.</summary>
    public JsonElement Truths { get; private set; }

    public static IEnumerable<int> Years => Enumerable.Range(2012, 12);

    public async ValueTask InitializeAsync()
    {
        var path = await DemoDelivery.WriteAsync(folder, DemoDelivery.DefaultSeed, CancellationToken.None);
        using var truths = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "truths.json")));
        Truths = truths.RootElement.Clone();
        database = await TestDatabase.CreateAsync();
        Store = await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions());
        Report = await DeliveryImporter.ImportAsync(Store, DeliveryDescription.Load(path), new ImportOptions(), CancellationToken.None);
        Assert.Empty(Report.Faults.Faults);
        await Store.Versions.WaitForNewerAsync(Report.DatasetVersion!.Value - 1);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public ValueTask<Column> ColumnAsync(string zoneSet, string indicator, int year) =>
        Store.Cube.ColumnAsync(new ColumnKey(zoneSet, indicator, Period.Parse(FormattableString.Invariant($"{year}")), ""));

    /// <summary>The grunnkretser of a year.</summary>
    public static string GrunnkretserIn(int year) => year < 2018 ? "elvsund-grunnkrets-2012" : "elvsund-grunnkrets-2018";

    public static string[] Codes(JsonElement array) => [.. array.EnumerateArray().Select(code => code.GetString()!)];

    public static int CountOf(Column column, ObservationStatus status) => column.Status.Count(cell => cell == status);
}
