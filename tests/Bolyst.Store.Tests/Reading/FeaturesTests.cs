using System.Text.Json;
using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Reading;

public class FeaturesTests
{
    private static readonly CoordinateForm Metres = new(25833, NorthFirst: false, 3);

    [Fact]
    public async Task Outlines_come_in_the_order_asked_for_and_as_often()
    {
        await using var fixture = await DeliveredAsync();

        Assert.Equal(
            [Text(200, 0, 100), null, Text(0, 0, 100), Text(200, 0, 100), null],
            await OutlinesAsync(fixture, "rekke", 2, 3, 0, 2, 17));
        Assert.Equal([Text(0, 0, 10), Text(0, 0, 20)], await OutlinesAsync(fixture, Features.Boundaries, 1, 0));
        Assert.Empty(await OutlinesAsync(fixture, "rekke"));
    }

    [Fact]
    public async Task A_page_takes_no_more_zones_out_of_the_table_than_stand_on_it()
    {
        await using var fixture = await DeliveredAsync();
        await using var connection = await fixture.Store.DataSource.OpenConnectionAsync();
        await using var command = Sql.Command(
            connection, "EXPLAIN (ANALYZE, FORMAT JSON) " + SqlText.Read("Read/feature-outlines.sql"),
            Sql.Bigint(1), Sql.Text("rekke"), Sql.Array([1, 2]), Sql.Integer(25833), Sql.Boolean(false), Sql.Integer(3));
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);

        var scan = Assert.Single(Nodes(plan.RootElement[0].GetProperty("Plan")), node => node.TryGetProperty("Relation Name", out var table) && table.ValueEquals("zone_generation"));
        Assert.Equal(2, scan.GetProperty("Actual Rows").GetDouble());
    }

    [Fact]
    public async Task An_extent_tells_how_many_bytes_the_outlines_take()
    {
        await using var fixture = await DeliveredAsync();

        // A square: 5 bytes of header, 16 of box, 8 of multipolygon, 16 of polygon, five corners of 16 (PostGIS, gserialized version 2, short).
        Assert.Equal(3 * 125, (await fixture.Store.Features.ExtentAsync("rekke")).OutlineBytes);
        Assert.Equal(2 * 125, (await fixture.Store.Features.ExtentAsync(Features.Boundaries)).OutlineBytes);
        Assert.Equal(0, (await fixture.Store.Features.ExtentAsync(Features.Water)).OutlineBytes);
    }

    [Fact]
    public async Task A_rectangle_is_of_all_or_of_some_and_none_without_an_outline()
    {
        await using var fixture = await DeliveredAsync();
        var features = fixture.Store.Features;

        // Squares of 100 m side by side; the fourth zone has no outline.
        Assert.Equal((double[])[0, 0, 300, 100], await features.BoxAsync("rekke", 25833));
        Assert.Equal((double[])[100, 0, 200, 100], await features.BoxAsync("rekke", 25833, [1, 3]));
        Assert.Null(await features.BoxAsync("rekke", 25833, [3]));
        Assert.Equal((double[])[0, 0, 10, 10], await features.BoxAsync(Features.Boundaries, 25833, [1]));
        Assert.Null(await features.BoxAsync(Features.Water, 4258));

        // The smallest that holds it: SELECT ST_Extent(ST_Transform(geom, 4258)) over the squares.
        var (held, smallest) = ((await features.BoxAsync("rekke", 4258))!, (await fixture.Store.Tiles.ExtentAsync(["rekke"]))!);
        Assert.True(held[0] <= smallest[0] && held[1] <= smallest[1] && held[2] >= smallest[2] && held[3] >= smallest[3]);
        Assert.All(held.Zip(smallest), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    private static async Task<List<string?>> OutlinesAsync(StoreFixture fixture, string layer, params int[] ordinals)
    {
        var outlines = new List<string?>();
        await foreach (var outline in fixture.Store.Features.OutlinesAsync(layer, ordinals, Metres))
            outlines.Add(outline);
        return outlines;
    }

    /// <summary>The square of <see cref="Square"/> as PostGIS writes one (RFC 7946).</summary>
    private static string Text(int x, int y, int side) =>
        $$"""{"type":"MultiPolygon","coordinates":[[[[{{x}},{{y}}],[{{x + side}},{{y}}],[{{x + side}},{{y + side}}],[{{x}},{{y + side}}],[{{x}},{{y}}]]]]}""";

    private static async Task<StoreFixture> DeliveredAsync()
    {
        var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        await session.AddZoneSetAsync(ZoneSet("rekke"), [.. Row("0301", "0302", "0303"), new("0309", "Uoppgitt", null)]);
        await session.AddOmradesatsingAsync(new("ny", "Ny", [], "0301", "Oslo", null, 2025, 2030, OmradesatsingStatus.Ongoing, [], [], [], [], [], "Avtale"));
        await session.AddOmradesatsingBoundaryAsync(new("ny", new(2025, 1, 1), new(2026, 12, 31), false, "Skisse", Square(0, 0, 20)));
        await session.AddOmradesatsingBoundaryAsync(new("ny", new(2027, 1, 1), null, true, "Oslo kommune", Square(0, 0, 10)));
        await session.CommitAsync("{}");
        return fixture;
    }
}
