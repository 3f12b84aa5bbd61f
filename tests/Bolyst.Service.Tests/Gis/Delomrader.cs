using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Service.Tests.Serving;
using Bolyst.Service.Tests.Tiles;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Gis;

/// <summary>Norway's delområder, imported and served.</summary>
public sealed class Delomrader : IAsyncLifetime
{
    private Served? served;
    private ShownCoverage? coverage;

    internal ShownCoverage Coverage => coverage!;

    public async ValueTask InitializeAsync()
    {
        var data = SharedData.Require("data");
        served = await Served.StartAsync();
        var report = await DeliveryImporter.ImportAsync(
            served.Store, DeliveryDescription.Parse(DelomradeDelivery.Description, "delomrader.yaml", data), new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults.Faults);
        await served.Store.Versions.WaitForNewerAsync(report.DatasetVersion!.Value - 1);
        coverage = await ShownCoverage.ReadAsync(served.Http, DelomradeDelivery.ZoneSet);
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
            await served.DisposeAsync();
    }
}
