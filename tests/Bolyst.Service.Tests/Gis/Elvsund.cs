using Bolyst.Cli.Demo;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Service.Tests.Gis;
using Bolyst.Service.Tests.Serving;

[assembly: AssemblyFixture(typeof(Elvsund))]

namespace Bolyst.Service.Tests.Gis;

/// <summary>The demo kommune, imported as a user imports it and served to every test that only reads.</summary>
public sealed class Elvsund : IAsyncLifetime
{
    private readonly Lazy<Task<Served>> served = new(StartAsync);

    /// <summary>Started by the first test that asks: most runs of a single class need no demo.</summary>
    public Task<Served> ServedAsync() => served.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (served.IsValueCreated)
            await (await served.Value).DisposeAsync();
    }

    private static async Task<Served> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bolyst-elvsund-");
        try
        {
            var description = await DemoDelivery.WriteAsync(folder.FullName, DemoDelivery.DefaultSeed, CancellationToken.None);
            var started = await Served.StartAsync();
            var report = await DeliveryImporter.ImportAsync(started.Store, DeliveryDescription.Load(description), new ImportOptions(), CancellationToken.None);
            Assert.Empty(report.Faults.Faults);
            await started.Store.Versions.WaitForNewerAsync(report.DatasetVersion!.Value - 1);
            return started;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
