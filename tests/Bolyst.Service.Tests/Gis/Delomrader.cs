using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Service.Tests.Serving;
using Bolyst.Service.Tests.Tiles;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Gis;

/// <summary>Norway's delområder as published, imported and served: a coast of thousands of islands, and zones from a block to a plateau.</summary>
public sealed class Delomrader : IAsyncLifetime
{
    private const string Description = """
        delivery: {key: delomrader, title: Delområder, supplier: Kartverket, licence: CC BY 4.0}
        zoneSets:
          - key: delomrade-2024
            level: delomrade
            name: Delområder 2024
            valid: {from: 2024-01-01}
            partition: true
            boundaries: {files: [nor-maps/versioned/2024_delomraade.geojson], code: delomraade_no, name: delomraade_name, dissolveByCode: true}
        """;

    private Served? served;
    private ShownCoverage? coverage;

    internal ShownCoverage Coverage => coverage!;

    public async ValueTask InitializeAsync()
    {
        var data = SharedData.Require("data");
        served = await Served.StartAsync();
        var report = await DeliveryImporter.ImportAsync(
            served.Store, DeliveryDescription.Parse(Description, "delomrader.yaml", data), new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults.Faults);
        await served.Store.Versions.WaitForNewerAsync(report.DatasetVersion!.Value - 1);
        coverage = await ShownCoverage.ReadAsync(served.Http, "delomrade-2024");
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
            await served.DisposeAsync();
    }
}
