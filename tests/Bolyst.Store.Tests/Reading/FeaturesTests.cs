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
