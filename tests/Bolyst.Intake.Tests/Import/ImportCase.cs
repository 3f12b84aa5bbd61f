using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Intake.Tests.Description;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Import;

/// <summary>A store of its own and a folder of delivered files, with four square zones 0301 to 0304 in a row.</summary>
public sealed class ImportCase : IAsyncDisposable
{
    public const string Head = "delivery: {key: KEY, title: En leveranse, supplier: SSB, licence: NLOD}\n";

    public const string Zones = """
        zoneSets:
          - key: kommune-2020
            level: kommune
            name: Kommuner
            valid: {from: 2020-01-01, to: 2023-12-31}
            boundaries: {files: [zones.geojson], code: {field: nr, pad: 4}, name: namn}

        """;

    public const string Indicators = """
        indicators:
          - {key: unemployed, name: Arbeidsledige, theme: work, definition: Registrerte, unit: percent, polarity: higherIsWorse}
          - {key: population, name: Folketal, theme: people, definition: Busette, unit: count, polarity: neutral}

        """;

    /// <summary>Both indicators from one row a kommune and year of t.csv, with fields kommune, aar, ledige, styrke and folk.</summary>
    public const string Table = """
        tables:
          - file: t.csv
            zoneSet: kommune-2020
            zone: {field: kommune, pad: 4}
            period: aar
            values:
              - {indicator: unemployed, numerator: ledige, denominator: styrke}
              - {indicator: population, count: folk}

        """;

    private readonly TestDatabase database;
    private readonly DescriptionFolder folder = new();

    private ImportCase(TestDatabase database, BolystStore store)
    {
        this.database = database;
        Store = store;
        var squares = Enumerable.Range(0, 4).Select(i => Square(301 + i, $"Sone {i + 1}", 260_000 + (i * 1000), 6_640_000));
        folder.Write("zones.geojson", Collection(squares));
    }

    public BolystStore Store { get; }

    public string ConnectionString => database.ConnectionString;

    public string Folder => folder.Path;

    public static async Task<ImportCase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync();
        return new ImportCase(database, await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions()));
    }

    public static string Collection(IEnumerable<string> features) =>
        $$$"""{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:25833"}}, "features": [{{{string.Join(",", features)}}}]}""";

    public static string Square(int nr, string name, int x, int y) => FormattableString.Invariant(
        $$$"""{"type": "Feature", "properties": {"nr": {{{nr}}}, "namn": "{{{name}}}"}, "geometry": {"type": "Polygon", "coordinates": [[[{{{x}}}, {{{y}}}], [{{{x + 1000}}}, {{{y}}}], [{{{x + 1000}}}, {{{y + 1000}}}], [{{{x}}}, {{{y + 1000}}}], [{{{x}}}, {{{y}}}]]]}}""");

    public string Write(string name, string text) => folder.Write(name, text);

    public DeliveryDescription Describe(string yaml, string key = "a") => folder.Parse(Head.Replace("KEY", key, StringComparison.Ordinal) + yaml);

    public Task<ImportReport> ImportAsync(string yaml, string key = "a", ImportOptions? options = null) =>
        DeliveryImporter.ImportAsync(Store, Describe(yaml, key), options ?? new ImportOptions(), TestContext.Current.CancellationToken);

    /// <summary>The only fault of a delivery that is to be refused.</summary>
    public async Task<ImportFault> FaultAsync(string yaml)
    {
        var report = await ImportAsync(yaml);
        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        return Assert.Single(report.Faults.Faults);
    }

    /// <summary>Imports a delivery that is to pass.</summary>
    public async Task<ImportReport> PassAsync(string yaml, string key = "a")
    {
        var report = await ImportAsync(yaml, key);
        Assert.Empty(report.Faults.Faults);
        Assert.Equal(ImportOutcome.Imported, report.Outcome);
        await Store.Versions.WaitForNewerAsync(report.DatasetVersion!.Value - 1);
        return report;
    }

    public ValueTask<Column> ColumnAsync(string indicator, string period, string breakdown = "", string zoneSet = "kommune-2020") =>
        Store.Cube.ColumnAsync(new ColumnKey(zoneSet, indicator, Period.Parse(period), breakdown));

    public static IEnumerable<(ObservationStatus, double)> Cells(Column column) => column.Status.Zip(column.Value);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await database.DisposeAsync();
        folder.Dispose();
    }
}
