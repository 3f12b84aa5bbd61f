using Bolyst.Store.Model;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Resilience;

/// <summary>An import that dies on the way leaves the store as it was, and the next import works.</summary>
public class BrokenImportTests
{
    private static readonly string[] Tables = ["delivery", "zone_set", "zone", "zone_generation", "indicator", "observation", "delivered_column"];

    [Fact]
    public async Task A_client_that_dies_in_the_middle_of_copy_leaves_nothing()
    {
        await using var fixture = await CreateAsync();
        await using (var cable = new Cable(fixture.ConnectionString))
        await using (var store = await BolystStore.OpenAsync(cable.ConnectionString, new StoreOptions()))
        {
            await using var session = await store.BeginImportAsync(Delivery("a"));
            var (indicator, zone) = await PrepareAsync(session);
            await using var writer = await session.BeginObservationsAsync();
            await WriteUntilSentAsync(writer, indicator, zone);
            cable.Cut();
            var fault = await Assert.ThrowsAsync<StoreException>(() => writer.CompleteAsync());

            Assert.Equal(StoreFault.ConnectionLost, fault.Fault);
        }

        await AssertEmptyAndUsableAsync(fixture);
    }

    [Fact]
    public async Task A_server_that_ends_the_connection_in_the_middle_of_copy_leaves_nothing()
    {
        await using var fixture = await CreateAsync();
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            var (indicator, zone) = await PrepareAsync(session);
            await using var writer = await session.BeginObservationsAsync();
            await WriteUntilSentAsync(writer, indicator, zone);
            await fixture.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%import'");
            var fault = await Assert.ThrowsAsync<StoreException>(() => writer.CompleteAsync());

            Assert.Equal(StoreFault.ConnectionLost, fault.Fault);
        }

        await AssertEmptyAndUsableAsync(fixture);
    }

    [Fact]
    public async Task A_full_disk_is_told_and_leaves_nothing()
    {
        await using var fixture = await CreateAsync();
        // The server's own error, raised where a full disk would raise it: while a row is stored.
        await fixture.RunAsync(
            """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''could not extend file "base/1": No space left on device'' USING ERRCODE = ''disk_full''; END';
            CREATE TRIGGER full_disk BEFORE INSERT ON bolyst.observation FOR EACH ROW EXECUTE FUNCTION full_disk()
            """);
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            var (indicator, zone) = await PrepareAsync(session);
            await using var writer = await session.BeginObservationsAsync();
            await writer.WriteAsync(Cell(indicator, zone, 1));
            var fault = await Assert.ThrowsAsync<StoreException>(() => writer.CompleteAsync());

            Assert.Equal(StoreFault.DiskFull, fault.Fault);
            Assert.Contains("Free space", fault.Message, StringComparison.Ordinal);
        }

        await fixture.RunAsync("DROP TRIGGER full_disk ON bolyst.observation");
        await AssertEmptyAndUsableAsync(fixture);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_nothing()
    {
        await using var fixture = await CreateAsync();
        using var cancellation = new CancellationTokenSource();
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            var (indicator, zone) = await PrepareAsync(session);
            await using var writer = await session.BeginObservationsAsync(cancellation.Token);
            await writer.WriteAsync(Cell(indicator, zone, 1), cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.CompleteAsync(cancellation.Token));
        }

        await AssertEmptyAndUsableAsync(fixture);
    }

    [Fact]
    public async Task A_writer_that_is_not_completed_ends_the_import()
    {
        await using var fixture = await CreateAsync();
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            var (indicator, zone) = await PrepareAsync(session);
            await using (var writer = await session.BeginObservationsAsync())
                await writer.WriteAsync(Cell(indicator, zone, 1));
            var fault = await Assert.ThrowsAsync<StoreException>(() => session.CommitAsync("{}"));

            Assert.Contains("begin the import again", fault.Message, StringComparison.Ordinal);
        }

        await AssertEmptyAndUsableAsync(fixture);
    }

    private static async Task<(int Indicator, int Zone)> PrepareAsync(ImportSession session)
    {
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301"));
        return (await session.AddIndicatorAsync(Indicator("lavinntekt")), zones.ZoneIds["0301"]);
    }

    // 60 000 rows of about 80 bytes: far past every buffer on the way, so that the server is surely in the middle of the COPY.
    private static async Task WriteUntilSentAsync(ObservationWriter writer, int indicator, int zone)
    {
        for (var i = 0; i < 60_000; i++)
            await writer.WriteAsync(Cell(indicator, zone, 1, breakdown: FormattableString.Invariant($"gruppe={i}")));
    }

    private static async Task AssertEmptyAndUsableAsync(StoreFixture fixture)
    {
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            foreach (var table in Tables)
                Assert.Equal(0, await fixture.CountAsync(table));
            var (indicator, zone) = await PrepareAsync(session);
            await using var writer = await session.BeginObservationsAsync();
            await writer.WriteAsync(Cell(indicator, zone, 1));
            await writer.CompleteAsync();
            Assert.Equal(1, await session.CommitAsync("{}"));
        }

        Assert.Equal(1, (await fixture.Store.Cube.ColumnAsync(new ColumnKey("rekke", "lavinntekt", Period.Year(2020)))).Value.Single());
    }
}
