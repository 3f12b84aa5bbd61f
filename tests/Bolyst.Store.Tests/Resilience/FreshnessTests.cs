using Bolyst.Store.Model;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Resilience;

/// <summary>Readers see a commit made elsewhere, whole, and are never disturbed by it.</summary>
public class FreshnessTests
{
    private static readonly ColumnKey Key = new("rekke", "lavinntekt", Period.Year(2020));

    // Long enough that only a notice, or a connection made again, can bring the news.
    private static readonly StoreOptions NoPolling = new() { VersionPoll = TimeSpan.FromDays(1) };

    [Fact]
    public async Task A_commit_elsewhere_refreshes_the_cube()
    {
        await using var fixture = await CreateAsync();
        await DeliverAsync(fixture.Store, 1, 3);
        await using var other = await BolystStore.OpenAsync(fixture.ConnectionString, NoPolling);
        Assert.Equal([1, 1, 1], (await other.Cube.ColumnAsync(Key)).Value);
        await DeliverAsync(fixture.Store, 2, 3);

        Assert.Equal(2, await other.Versions.WaitForNewerAsync(1));
        Assert.Equal([2, 2, 2], (await other.Cube.ColumnAsync(Key)).Value);
        Assert.Equal([1, 1, 1], (await other.Cube.ColumnAsync(Key, 1)).Value);
    }

    [Fact]
    public async Task A_commit_during_a_lost_connection_is_found_when_it_is_made_again()
    {
        await using var fixture = await CreateAsync();
        await using var cable = new Cable(fixture.ConnectionString);
        await using var far = await BolystStore.OpenAsync(cable.ConnectionString, NoPolling);
        await DeliverAsync(fixture.Store, 1, 3);
        Assert.Equal(1, await far.Versions.WaitForNewerAsync(0));
        cable.Cut();
        await DeliverAsync(fixture.Store, 2, 3);

        Assert.Equal(2, await far.Versions.WaitForNewerAsync(1));
        Assert.Equal([2, 2, 2], (await far.Cube.ColumnAsync(Key)).Value);
    }

    [Fact]
    public async Task A_version_told_elsewhere_can_be_read_before_its_notice()
    {
        await using var fixture = await CreateAsync();
        await using var other = await BolystStore.OpenAsync(fixture.ConnectionString, NoPolling);
        await DeliverAsync(fixture.Store, 1, 3);

        Assert.Equal(1, await other.Versions.RefreshAsync());
        Assert.Equal([1, 1, 1], (await other.Cube.ColumnAsync(Key, 1)).Value);
    }

    [Fact]
    public async Task An_importer_reads_its_own_commit_at_once()
    {
        await using var fixture = await CreateAsync();
        for (var version = 1; version <= 5; version++)
        {
            await DeliverAsync(fixture.Store, version, 3);
            Assert.Equal(version, (await fixture.Store.Cube.ColumnAsync(Key)).Value[0]);
        }
    }

    [Fact]
    public async Task Readers_during_commits_see_whole_deliveries_and_older_versions_unchanged()
    {
        const int Deliveries = 12;
        const int Zones = 200;
        await using var fixture = await CreateAsync(new StoreOptions { CubeBytes = 60_000 }); // room for a few columns: eviction takes part
        await DeliverAsync(fixture.Store, 1, Zones);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(reader => Task.Run(() => ReadUntilAsync(fixture.Store, reader, Zones, done.Token))).ToArray();
        for (var version = 2; version <= Deliveries; version++)
            await DeliverAsync(fixture.Store, version, Zones);
        await done.CancelAsync();

        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        Assert.InRange(fixture.Store.Cube.Bytes, 1, 60_000);
    }

    [Fact]
    public async Task Callers_of_a_cold_column_share_it()
    {
        await using var fixture = await CreateAsync();
        await DeliverAsync(fixture.Store, 1, 3);
        var columns = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => fixture.Store.Cube.ColumnAsync(Key).AsTask()));

        Assert.Single(columns.Distinct());
    }

    /// <summary>Every cell of delivery n is n, so that a torn read shows.</summary>
    private static async Task<int> ReadUntilAsync(BolystStore store, int reader, int zones, CancellationToken done)
    {
        var reads = 0;
        for (; !done.IsCancellationRequested || reads == 0; reads++)
        {
            var latest = store.Versions.Latest;
            long asOf = (reads + reader) % 2 == 0 ? latest : 1 + ((reads + reader) % latest);
            var column = await store.Cube.ColumnAsync(Key, asOf, CancellationToken.None);
            Assert.Equal(zones, column.Value.Length);
            Assert.All(column.Value, value => Assert.Equal(asOf, value));
            Assert.All(column.SourceDelivery, source => Assert.Equal(asOf, source));
        }

        return reads;
    }

    private static async Task DeliverAsync(BolystStore store, int number, int zones)
    {
        await using var session = await store.BeginImportAsync(Delivery(FormattableString.Invariant($"nr {number}")));
        var handle = await session.AddZoneSetAsync(ZoneSet("rekke"), Row([.. Enumerable.Range(0, zones).Select(zone => FormattableString.Invariant($"{zone:D4}"))]));
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt"));
        await using (var writer = await session.BeginObservationsAsync())
        {
            foreach (var id in handle.ZoneIds.Values)
                await writer.WriteAsync(Cell(indicator, id, number));
            await writer.CompleteAsync();
        }

        Assert.Equal(number, await session.CommitAsync("{}"));
    }
}
