using Bolyst.Store.Model;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Reading;

public class CatalogueTests
{
    [Fact]
    public async Task Pages_of_zones_follow_the_code_and_meet_without_gap()
    {
        await using var fixture = await DeliveredAsync();
        var catalogue = fixture.Store.Catalogue;
        var first = await catalogue.ListZonesAsync("krets", null, 2);
        var second = await catalogue.ListZonesAsync("krets", first[^1].Code, 2);

        // Ordinal order: digits before letters, upper case before lower, whatever the collation of the database.
        Assert.Equal(["03010101", "03010102"], first.Select(zone => zone.Code));
        Assert.Equal(["0301A", "0301a"], second.Select(zone => zone.Code));
        Assert.Equal([0, 1, 2, 3], first.Concat(second).Select(zone => zone.Ordinal));
        Assert.Empty(await catalogue.ListZonesAsync("krets", second[^1].Code, 2));
        Assert.Equal(4, await catalogue.CountZonesAsync("krets"));
        Assert.Equal("\"C\"", await fixture.ScalarAsync<string>("SELECT pg_collation_for(code) FROM bolyst.zone_of('krets', 1) LIMIT 1"));
    }

    [Fact]
    public async Task Zones_inside_another_are_found_by_parent_and_by_building_block()
    {
        await using var fixture = await DeliveredAsync();
        var inside = await fixture.Store.Catalogue.ListZonesAsync("krets", null, 10, new ZoneKey("rekke", "0301"));

        Assert.Equal(["03010101", "03010102"], inside.Select(zone => zone.Code));
        Assert.Equal(2, await fixture.Store.Catalogue.CountZonesAsync("krets", new ZoneKey("rekke", "0301")));
        Assert.Equal(0, await fixture.Store.Catalogue.CountZonesAsync("krets", new ZoneKey("rekke", "0302")));
    }

    [Fact]
    public async Task A_zone_has_what_its_outline_gives()
    {
        await using var fixture = await DeliveredAsync();
        var zone = (await fixture.Store.Catalogue.FindZoneAsync(new("rekke", "0302")))!;

        // The second square of 100 m: (100, 0) to (200, 100).
        Assert.Equal((1, 10_000, 100, 0, 200, 100), (zone.Shape!.PolygonCount, zone.Shape.AreaM2, zone.Shape.MinX, zone.Shape.MinY, zone.Shape.MaxX, zone.Shape.MaxY));
        Assert.InRange(zone.Shape.PointX, 100, 200);
        Assert.InRange(zone.Shape.PointY, 0, 100);
        Assert.Null((await fixture.Store.Catalogue.FindZoneAsync(new("rekke", "0309")))!.Shape);
        Assert.Null(await fixture.Store.Catalogue.FindZoneAsync(new("rekke", "9999")));
    }

    [Fact]
    public async Task A_zone_set_and_a_delivery_come_back_as_they_were_given()
    {
        await using var fixture = await DeliveredAsync();
        var set = (await fixture.Store.Catalogue.FindZoneSetAsync("rekke"))!;
        var delivery = (await fixture.Store.Catalogue.FindDeliveryAsync(1))!;

        Assert.Equal((3, 2, new DateOnly(2020, 12, 31)), (set.ZoneCount, set.OutlineCount, set.ValidTo));
        Assert.True(set.IsValidOn(new(2020, 12, 31)) && !set.IsValidOn(new(2021, 1, 1)) && !set.IsValidOn(new(2019, 12, 31)));
        Assert.Equal(("delivery: a", """{"read": 4}"""), (delivery.Description, delivery.ReportJson));
        Assert.Equal([new DeliveredFile("a.csv", 12, "ab")], delivery.Files);
        Assert.Null(await fixture.Store.Catalogue.FindZoneSetAsync("ukjent"));
        Assert.Null(await fixture.Store.Catalogue.FindDeliveryAsync(2));
    }

    [Fact]
    public async Task Indicators_are_listed_for_the_zone_sets_they_have_cells_for()
    {
        await using var fixture = await DeliveredAsync();
        var catalogue = fixture.Store.Catalogue;

        Assert.Equal(["lavinntekt", "tom"], (await catalogue.ListIndicatorsAsync()).Select(indicator => indicator.Head.Key));
        Assert.Equal(["lavinntekt"], (await catalogue.ListIndicatorsAsync("rekke")).Select(indicator => indicator.Head.Key));
        Assert.Empty(await catalogue.ListIndicatorsAsync("krets"));
        Assert.Equal(Indicator("lavinntekt"), (await catalogue.FindIndicatorAsync("lavinntekt"))!.Head);
        Assert.Equal(
            ["2019 :1", "2020 :1", "2020 kjonn=kvinne:1"],
            (await catalogue.ListColumnsAsync("rekke")).Select(column => FormattableString.Invariant($"{column.Key.Period} {column.Key.Breakdown}:{column.ValueCount}")));
        Assert.Equal(["2019", "2020"], (await fixture.Store.Cube.PeriodsAsync("rekke", "lavinntekt")).Select(period => period.Code));
    }

    private static async Task<StoreFixture> DeliveredAsync()
    {
        var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke", "2020-01-01", "2020-12-31"), [.. Row("0301", "0302"), new("0309", "Uoppgitt", null)]);
        await session.AddZoneSetAsync(ZoneSet("krets"), Row("0301a", "03010102", "0301A", "03010101"));
        await session.AddZoneLinksAsync(
        [
            new(ZoneLinkKind.Parent, "krets", "03010101", "rekke", "0301"),
            new(ZoneLinkKind.PartOf, "krets", "03010102", "rekke", "0301", 0.5),
            new(ZoneLinkKind.Became, "krets", "0301A", "rekke", "0301", null, new(2020, 1, 1)),
        ]);
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt"));
        await session.AddIndicatorAsync(Indicator("tom"));
        await using (var writer = await session.BeginObservationsAsync())
        {
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 10, "2020"));
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 9, "2019"));
            await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 11, "2020", "kjonn=kvinne"));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("""{"read": 4}""");
        return fixture;
    }
}
