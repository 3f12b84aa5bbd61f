using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Reading;

public class OutlinesTests
{
    private static readonly DateOnly InForce = new(2020, 6, 1);

    [Fact]
    public async Task Outlines_come_back_to_the_last_bit_and_in_order()
    {
        await using var fixture = await DeliveredAsync();
        var zones = new List<OutlinedZone>();
        await foreach (var zone in fixture.Store.Outlines.StreamAsync("rekke"))
            zones.Add(zone);

        Assert.Equal(["0301", "0302", "0309"], zones.Select(zone => zone.Zone.Code));
        Assert.True(zones[1].Outline!.ToGeometry().EqualsExact(new MultiPolygon([Square(100, 0, 100)])));
        Assert.Equal(25833, zones[1].Outline!.ToGeometry().SRID);
        Assert.Null(zones[2].Outline);
        Assert.Equal("0302", (await fixture.Store.Outlines.FindAsync(new("rekke", "0302")))!.Zone.Code);
        Assert.Null(await fixture.Store.Outlines.FindAsync(new("rekke", "9999")));
    }

    [Fact]
    public async Task An_outline_is_transformed_when_asked_for()
    {
        await using var fixture = await DeliveredAsync(x: 262_000, y: 6_650_000);
        var outline = (await fixture.Store.Outlines.FindAsync(new("rekke", "0301"), 4326))!.Outline!.ToGeometry();

        // SELECT ST_AsText(ST_Transform('SRID=25833;POINT(262000 6650000)'::geometry, 4326), 6) -> POINT(10.741566 59.91856) (PostGIS 3.3.2)
        Assert.Equal(10.741566, outline.Coordinates[0].X, 1e-6);
        Assert.Equal(59.918560, outline.Coordinates[0].Y, 1e-6);
    }

    [Fact]
    public async Task A_point_finds_the_zones_valid_that_day()
    {
        await using var fixture = await DeliveredAsync();
        var outlines = fixture.Store.Outlines;

        Assert.Equal(["over/0301", "rekke/0301"], Names(await outlines.LookupPointAsync(50, 50, 25833, InForce, null, 10)));
        Assert.Equal(["rekke/0301"], Names(await outlines.LookupPointAsync(50, 50, 25833, InForce, ["rekke"], 10)));
        Assert.Equal(["rekke/0301", "rekke/0302"], Names(await outlines.LookupPointAsync(100, 50, 25833, InForce, ["rekke"], 10)));
        Assert.Equal(["over/0301"], Names(await outlines.LookupPointAsync(50, 50, 25833, InForce, null, 1)));
        Assert.Equal(["over/0301"], Names(await outlines.LookupPointAsync(50, 50, 25833, new(2021, 1, 1), null, 10)));
        Assert.Empty(await outlines.LookupPointAsync(50, 500, 25833, InForce, null, 10));
    }

    [Fact]
    public async Task A_polygon_finds_the_zones_it_overlaps_with_both_shares()
    {
        await using var fixture = await DeliveredAsync();
        var overlaps = await fixture.Store.Outlines.LookupPolygonAsync(Square(75, 0, 50), InForce, ["rekke"], 10);

        // A square of 50 m from (75, 0): 25 × 50 = 1 250 m² in each of the two 10 000 m² zones, half of its own 2 500 m² each.
        Assert.Equal(["rekke/0301", "rekke/0302"], Names(overlaps));
        Assert.All(overlaps, overlap => Assert.Equal(0.125, overlap.ShareOfZone!.Value, 1e-12));
        Assert.All(overlaps, overlap => Assert.Equal(0.5, overlap.ShareOfPolygon!.Value, 1e-12));
        Assert.Empty(await fixture.Store.Outlines.LookupPolygonAsync(Square(0, 100, 50), InForce, ["rekke"], 10));
    }

    [Fact]
    public async Task A_bad_polygon_is_refused()
    {
        await using var fixture = await DeliveredAsync();
        var unreferenced = Square(0, 0, 10);
        unreferenced.SRID = 0;

        foreach (var polygon in new Geometry[] { unreferenced, new Point(1, 2) { SRID = 25833 }, new Polygon(null) { SRID = 25833 } })
        {
            var fault = await Assert.ThrowsAsync<StoreException>(() => fixture.Store.Outlines.LookupPolygonAsync(polygon, InForce, null, 10));
            Assert.Equal(StoreFault.OutlineRefused, fault.Fault);
        }
    }

    [Fact]
    public async Task Boundaries_of_an_omradesatsing_are_dated_and_marked()
    {
        await using var fixture = await CreateAsync();
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            await session.AddOmradesatsingAsync(new("ny", "Ny", ["Nye"], "0301", "Oslo", null, 2025, 2030, OmradesatsingStatus.Ongoing, ["a"], [], [], [], [], "Avtale"));
            await session.AddOmradesatsingBoundaryAsync(new("ny", new(2027, 1, 1), null, true, "Oslo kommune", Square(0, 0, 20)));
            await session.AddOmradesatsingBoundaryAsync(new("ny", new(2025, 1, 1), new(2026, 12, 31), false, "Skisse", Square(0, 0, 10)));
            await session.CommitAsync("{}");
        }

        var boundaries = await fixture.Store.Outlines.ListOmradesatsingBoundariesAsync("ny");
        Assert.Equal([(2025, false, 100.0), (2027, true, 400.0)], boundaries.Select(boundary => (boundary.ValidFrom.Year, boundary.IsOfficial, boundary.AreaM2)));
        var satsing = (await fixture.Store.Catalogue.FindOmradesatsingAsync("ny"))!;
        Assert.Equal((1, "Nye"), (satsing.Version, satsing.Row.Aliases.Single()));
        Assert.Empty(await fixture.Store.Outlines.ListOmradesatsingBoundariesAsync("ny", asOf: 0));
    }

    private static IEnumerable<string> Names(IEnumerable<ZoneOverlap> overlaps) => overlaps.Select(overlap => $"{overlap.Zone.ZoneSet}/{overlap.Zone.Code}");

    private static async Task<StoreFixture> DeliveredAsync(double x = 0, double y = 0)
    {
        var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        await session.AddZoneSetAsync(
            ZoneSet("rekke", "2020-01-01", "2020-12-31"),
            [new("0302", "Aust", Square(x + 100, y, 100)), new("0301", "Vest", Square(x, y, 100)), new("0309", "Uoppgitt", null)]);
        await session.AddZoneSetAsync(ZoneSet("over", "2020-01-01"), [new("0301", "Begge", Square(x, y, 200))]);
        await session.CommitAsync("{}");
        return fixture;
    }
}
