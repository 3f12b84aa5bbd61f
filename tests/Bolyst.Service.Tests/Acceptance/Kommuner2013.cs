using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Service.Tests.Serving;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Acceptance;

/// <summary>The kommuner and bydeler of 2013 as IMDi published them, imported by the shipped description and served.</summary>
public sealed class Kommuner2013 : IAsyncLifetime
{
    private Served? served;

    public Served Served => served!;

    public string Data { get; } = SharedData.Require("data");

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync();
        var description = DeliveryDescription.Load(Path.Combine(Repository.Root, "geodata-scripts", "deliveries", "kommuner-2013.yaml"));
        await DeliveryImporter.ImportAsync(Served.Store, description, new ImportOptions(), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
        {
            await served.DisposeAsync();
        }
    }
}
