using Bolyst.Statistics;
using Bolyst.Store.Model;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Reading;

/// <summary>Two deliveries: the second supersedes zones, links, an indicator and one of two cells of the first.</summary>
public class AsOfTests
{
    private static readonly ColumnKey LowIncome2020 = new("rekke", "lavinntekt", Period.Year(2020));

    [Fact]
    public async Task Every_read_gives_the_answer_of_its_version_after_later_deliveries()
    {
        await using var fixture = await CreateAsync();
        await DeliverFirstAsync(fixture);
        var before = await ReadEverythingAsync(fixture.Store, null);
        await DeliverSecondAsync(fixture);

        Assert.Equal(before, await ReadEverythingAsync(fixture.Store, 1));
        Assert.NotEqual(before, await ReadEverythingAsync(fixture.Store, 2));
        Assert.Equal(await ReadEverythingAsync(fixture.Store, 2), await ReadEverythingAsync(fixture.Store, null));
    }

    [Fact]
    public async Task A_later_delivery_supersedes_what_it_brings_and_nothing_else()
    {
        await using var fixture = await CreateAsync();
        await DeliverFirstAsync(fixture);
        await DeliverSecondAsync(fixture);
        var catalogue = fixture.Store.Catalogue;

        var column = await fixture.Store.Cube.ColumnAsync(LowIncome2020);
        Assert.Equal(["0301", "0302", "0303"], column.Zones.Codes);
        Assert.Equal([10, 21, double.NaN], column.Value);
        Assert.Equal([ObservationStatus.Value, ObservationStatus.Value, ObservationStatus.NotDelivered], column.Status);
        Assert.Equal([1, 2, 0], column.SourceDelivery);
        Assert.Equal("Låginntekt, ny definisjon", (await catalogue.FindIndicatorAsync("lavinntekt"))!.Head.Name.Nb);
        Assert.Equal(["krets/2", "rekke/2"], (await catalogue.ListZoneSetsAsync()).Select(set => FormattableString.Invariant($"{set.Key}/{set.Version}")));
        Assert.Equal(["03010102>0301"], (await catalogue.ListLinksAsync(ZoneLinkKind.Parent, "krets", "rekke")).Select(link => $"{link.FromCode}>{link.ToCode}"));
    }

    [Fact]
    public async Task A_store_before_its_first_delivery_is_empty_and_readable()
    {
        await using var fixture = await CreateAsync();
        await DeliverFirstAsync(fixture);

        Assert.Empty(await fixture.Store.Catalogue.ListZoneSetsAsync(0));
        Assert.Empty(await fixture.Store.Catalogue.ListIndicatorsAsync(null, 0));
        Assert.Empty(await fixture.Store.Catalogue.ListDeliveriesAsync(null, 10, 0));
        Assert.Equal(StoreFault.Unknown, (await Assert.ThrowsAsync<StoreException>(() => fixture.Store.Cube.ZonesAsync("rekke", 0).AsTask())).Fault);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task A_version_that_never_was_is_told(long version)
    {
        await using var fixture = await CreateAsync();
        await DeliverFirstAsync(fixture);
        var fault = await Assert.ThrowsAsync<StoreException>(() => fixture.Store.Catalogue.ListZoneSetsAsync(version));

        Assert.Equal(StoreFault.Unknown, fault.Fault);
        Assert.Contains("0 (empty) to 1", fault.Message, StringComparison.Ordinal);
    }

    private static async Task DeliverFirstAsync(StoreFixture fixture)
    {
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301", "0302"));
        await session.AddZoneSetAsync(ZoneSet("krets"), Row("03010101", "03010102"));
        await session.AddZoneLinksAsync([new(ZoneLinkKind.Parent, "krets", "03010101", "rekke", "0301"), new(ZoneLinkKind.Parent, "krets", "03010102", "rekke", "0302")]);
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt", "Låginntekt"));
        await using (var writer = await session.BeginObservationsAsync())
        {
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 10));
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0302"], 20));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    private static async Task DeliverSecondAsync(StoreFixture fixture)
    {
        await using var session = await fixture.Store.BeginImportAsync(Delivery("b"));
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301", "0302", "0303"));
        await session.AddZoneSetAsync(ZoneSet("krets"), Row("03010102"));
        await session.AddZoneLinksAsync([new(ZoneLinkKind.Parent, "krets", "03010102", "rekke", "0301")]);
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt", "Låginntekt, ny definisjon"));
        await using (var writer = await session.BeginObservationsAsync())
        {
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0302"], 21));
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0302"], 22, "2021"));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    /// <summary>Every kind of read, as one text.</summary>
    private static async Task<string> ReadEverythingAsync(BolystStore store, long? asOf)
    {
        var column = await store.Cube.ColumnAsync(LowIncome2020, asOf);
        var outlines = new List<string>();
        await foreach (var zone in store.Outlines.StreamAsync("rekke", asOf: asOf))
            outlines.Add($"{zone.Zone.Code} {zone.Outline!.ToGeometry().AsText()}");
        var lookup = await store.Outlines.LookupPointAsync(250, 50, 25833, new(2020, 6, 1), null, 10, asOf);
        string[] lines =
        [
            .. (await store.Catalogue.ListZoneSetsAsync(asOf)).Select(set => set.ToString()),
            .. (await store.Catalogue.ListZonesAsync("rekke", null, 100, asOf: asOf)).Select(zone => zone.ToString()),
            .. (await store.Catalogue.ListLinksAsync(new ZoneKey("rekke", "0301"), asOf)).Select(link => link.ToString()),
            .. (await store.Catalogue.ListIndicatorsAsync(asOf: asOf)).Select(indicator => indicator.ToString()),
            .. (await store.Catalogue.ListColumnsAsync("rekke", asOf: asOf)).Select(delivered => delivered.ToString()),
            .. (await store.Catalogue.ListOmradesatsingerAsync(asOf)).Select(satsing => satsing.Row.Key),
            .. (await store.Catalogue.ListDeliveriesAsync(null, 10, asOf)).Select(delivery => delivery.ToString()),
            .. (await store.Cube.PeriodsAsync("rekke", "lavinntekt", asOf)).Select(period => period.Code),
            .. column.Zones.Codes,
            .. column.Value.Select(value => FormattableString.Invariant($"{value}")),
            .. lookup.Select(overlap => overlap.Zone.Code),
            .. outlines,
        ];
        return string.Join('\n', lines);
    }
}
