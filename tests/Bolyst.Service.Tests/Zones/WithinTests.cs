using System.Globalization;
using System.Text.Json;
using Bolyst.Service.Tests.Downloads;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Zones;

/// <summary>
/// Which zones lie in a kommune, and what is narrowed to them. Two kommuner, squares of 1 km, and one where no krets is; kretser of 100 m:
/// <code>
/// krets    1       2       3               4               5
/// lies in  west    west    west, by point  west, by point  without outline
/// link     west    west    east            none            none
/// rate     10      20      30              40              50
/// </code>
/// A link is worth more than a point: 3 lies in east. So west has 1, 2 and 4.
/// </summary>
public sealed class WithinTests : IAsyncLifetime
{
    private Served? served;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync();
        await using var session = await served.Store.BeginImportAsync(new(
            "two", new("To kommuner"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-two"));
        await session.AddZoneSetAsync(ZoneSet("kommuner", "kommune"), [new("0001", "Vest", Square(0, 1000)), new("0002", "Aust", Square(1000, 1000)), new("0003", "Tomme", Square(2000, 1000))]);
        var kretser = await session.AddZoneSetAsync(
            ZoneSet("kretser", "krets"), [.. Enumerable.Range(1, 5).Select(n => new ZoneRow(Code(n), "Krets " + Code(n), n == 5 ? null : Square(100 * n, 100)))]);
        await session.AddZoneLinksAsync([Parent(1, "0001"), Parent(2, "0001"), Parent(3, "0002")]);
        var rate = await session.AddIndicatorAsync(new(
            "rate", new("Rate"), "okonomi", new("Definisjon"), null, null, null, "percent", 1, Polarity.HigherIsWorse, "register", "1", false, MeasureForm.BareRate));
        await using (var writer = await session.BeginObservationsAsync())
        {
            for (var n = 1; n <= 5; n++)
            {
                await writer.WriteAsync(new(rate, kretser.ZoneIds[Code(n)], Period.Parse("2020"), "", double.NaN, double.NaN, 10 * n, ObservationStatus.Value));
            }

            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
            await served.DisposeAsync();
    }

    [Fact]
    public async Task A_link_places_a_zone_and_a_point_places_one_without_any()
    {
        var west = await served!.Grpc.CallAsync<V1.FindZonesWithinResponse>(Find("0001"));
        Assert.Equal(["1", "2", "4"], west.Codes);
        Assert.Equal([0, 1, 3], west.Positions);
        Assert.Equal((1, "Vest"), (west.KnownByPoint, west.Around.Name));

        var east = await served.Grpc.CallAsync<V1.FindZonesWithinResponse>(Find("0002"));
        Assert.Equal("3", Assert.Single(east.Codes));
        Assert.Equal(0, east.KnownByPoint);
    }

    [Fact]
    public async Task A_zone_that_is_not_there_is_refused()
    {
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneNotFound, () => served!.Grpc.CallAsync<V1.FindZonesWithinResponse>(Find("0009")));
        await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "around", () => served!.Grpc.CallAsync<V1.FindZonesWithinResponse>(new V1.FindZonesWithinRequest { ZoneSet = "kretser" }));
    }

    [Fact]
    public async Task Classes_and_counts_are_of_the_kommune()
    {
        // 10, 20 and 40 make three classes of one: between 10 and 20 the roundest number is 20, between 20 and 40 it is 30.
        var answer = JsonDocument.Parse(await TextAsync("/styles/kretser/rate/classes.json?kommune=0001")).RootElement;
        Assert.Equal("0001", answer.GetProperty("kommune").GetProperty("code").GetString());
        Assert.Equal((3, 0), (answer.GetProperty("zones_with_number").GetInt32(), answer.GetProperty("zones_without_number").GetInt32()));
        Assert.Equal([20, 30], answer.GetProperty("breaks").EnumerateArray().Select(number => number.GetDouble()));
        Assert.All(answer.GetProperty("classes").EnumerateArray(), c => Assert.Equal(1, c.GetProperty("zones").GetInt32()));
        Assert.Contains("kommune=0001", answer.GetProperty("links").GetProperty("qml").GetString(), StringComparison.Ordinal);

        // The same breaks over all: 10 | 20 | 30 40 50.
        var all = JsonDocument.Parse(await TextAsync("/styles/kretser/rate/classes.json?breaks=20,30")).RootElement;
        Assert.Equal([1, 1, 3], all.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty("zones").GetInt32()));
        Assert.Equal(JsonValueKind.Null, all.GetProperty("kommune").ValueKind);
    }

    [Theory]
    [InlineData("style.qml")]
    [InlineData("style.sld")]
    [InlineData("style.json")]
    [InlineData("legend.svg")]
    public async Task Styles_and_legends_have_the_classes_of_the_kommune_and_its_name(string form)
    {
        var style = await TextAsync($"/styles/kretser/rate/{form}?kommune=0001");
        Assert.Contains("Vest", style, StringComparison.Ordinal);
        Assert.Contains("30", style, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kommune_is_told()
    {
        using var answer = await served!.Http.GetAsync(new Uri("/styles/kretser/rate/classes.json?kommune=0301", UriKind.Relative));
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Contains("0301", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/download/kretser.csv")]
    [InlineData("/download/kretser.gpkg.zip")]
    [InlineData("/styles/kretser/rate/classes.json")]
    [InlineData("/styles/kretser/rate/legend.svg")]
    public async Task A_kommune_without_zones_gives_no_empty_answer(string address)
    {
        using var answer = await served!.Http.GetAsync(new Uri(address + "?kommune=0003", UriKind.Relative));
        Assert.Equal((404, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(
            "No zone of zone set 'kretser' lies in 0003 Tomme (zone set 'kommuner'). Choose a zone set that has zones there, or leave out 0003 for all zones.",
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Nothing_is_computed_of_no_zones()
    {
        var within = new V1.ZoneRef { ZoneSet = "kommuner", Code = "0003" };
        var own = new V1.CompositeDefinition { Key = "own", Indicators = { new V1.CompositeIndicator { Indicator = "rate" } } };
        var count = new V1.ThresholdCountRecipe { Criteria = { new V1.ThresholdCriterion { Indicator = "rate", WorstShare = 0.5 } } };
        Assert.Empty((await served!.Grpc.CallAsync<V1.FindZonesWithinResponse>(Find("0003"))).Codes);
        await Expect.NotFoundAsync(V1.ErrorReason.NoData, () => served.Grpc.CallAsync<V1.ComputeIndexResponse>(
            new V1.ComputeIndexRequest { Query = new() { ZoneSet = "kretser", Composite = own, Within = within } }));
        await Expect.NotFoundAsync(V1.ErrorReason.NoData, () => served.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(
            new V1.GetOpphopingsindeksRequest { Query = new() { ZoneSet = "kretser", ThresholdCount = count, Within = within } }));
        await Expect.NotFoundAsync(V1.ErrorReason.NoData, () => served.Grpc.CallAsync<V1.SummarizeDistributionResponse>(
            new V1.SummarizeDistributionRequest { ZoneSet = "kretser", Selection = new() { Indicator = "rate" }, Within = within }));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("gpkg")]
    [InlineData("geojson")]
    [InlineData("fgb")]
    public async Task Files_hold_the_zones_of_the_kommune_alone(string format)
    {
        using var file = await Downloaded.GetAsync(served!.Http, $"kretser.{format}?kommune=0001");
        Assert.Equal(["1", "2", "4"], (await file.RowsAsync()).Select(row => row.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_index_is_scaled_and_ranked_among_the_zones_of_the_kommune()
    {
        // Min-max of 10, 20 and 40: 0, 100/3 and 100.
        var query = new V1.CompositeQuery
        {
            ZoneSet = "kretser",
            Composite = new() { Key = "own", Indicators = { new V1.CompositeIndicator { Indicator = "rate" } } },
            Within = new() { ZoneSet = "kommuner", Code = "0001" },
        };
        var answer = await served!.Grpc.CallAsync<V1.ComputeIndexResponse>(new V1.ComputeIndexRequest { Query = query, Explain = { "4" } });
        Assert.Equal(["1", "2", "4"], answer.Codes);
        Assert.Equal([0, 100.0 / 3, 100], answer.Scores, (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal([3, 2, 1], answer.Ranks);
        Assert.Equal(40, Assert.Single(Assert.Single(answer.Explanations).Contributions).Value.Value);

        var sure = await served.Grpc.CallAsync<V1.AnalyzeSensitivityResponse>(new V1.AnalyzeSensitivityRequest { Query = query, Replicates = 10, WeightNoise = 0.1 });
        Assert.Equal([3, 2, 1], sure.NominalRanks);
    }

    [Fact]
    public async Task A_distribution_is_of_the_zones_of_the_kommune()
    {
        // 10, 20 and 40; over all 10 to 50.
        var request = new V1.SummarizeDistributionRequest { ZoneSet = "kretser", Selection = new() { Indicator = "rate" }, Limits = { 20 }, IncludeCodes = true };
        var all = await served!.Grpc.CallAsync<V1.SummarizeDistributionResponse>(request);
        Assert.Equal((5, 30), (all.ZonesWithValue, all.Mean.Value));

        request.Within = new() { ZoneSet = "kommuner", Code = "0001" };
        var west = await served.Grpc.CallAsync<V1.SummarizeDistributionResponse>(request);
        Assert.Equal((3, 70.0 / 3), (west.ZonesWithValue, west.Mean.Value));
        Assert.Equal([10, 15, 20, 30, 40], new[] { 0, 3, 4, 5, 8 }.Select(point => west.PercentPoints[point]));
        Assert.Equal(["2", "4"], west.Limits[0].CodesAtOrAbove);
    }

    [Fact]
    public async Task A_count_of_criteria_is_among_the_zones_of_the_kommune()
    {
        // A third of three zones is one, and it is 40; a third of all five is one too (rounded down), and it is 50.
        var query = new V1.IndexQuery
        {
            ZoneSet = "kretser",
            ThresholdCount = new() { Criteria = { new V1.ThresholdCriterion { Indicator = "rate", WorstShare = 1.0 / 3 } } },
        };
        var all = await served!.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(new V1.GetOpphopingsindeksRequest { Query = query });
        Assert.Equal([0, 0, 0, 0, 1], all.Raw);

        query.Within = new() { ZoneSet = "kommuner", Code = "0001" };
        var west = await served.Grpc.CallAsync<V1.GetOpphopingsindeksResponse>(new V1.GetOpphopingsindeksRequest { Query = query, IncludeColumns = true });
        Assert.Equal(["1", "2", "4"], west.Codes);
        Assert.Equal([0, 0, 1], west.Raw);
        Assert.Equal([10, 20, 40], west.Columns[0].Values);

        var krets = await served.Grpc.CallAsync<V1.ExplainIndexResponse>(new V1.ExplainIndexRequest { Query = query, Code = "4" });
        Assert.Equal((1, 3, 40), (krets.Raw.Value, krets.RankedZones, krets.Criteria[0].Input.Value_));
        await Expect.NotFoundAsync(
            V1.ErrorReason.ZoneNotFound, () => served.Grpc.CallAsync<V1.ExplainIndexResponse>(new V1.ExplainIndexRequest { Query = query, Code = "3" }));
    }

    private static V1.FindZonesWithinRequest Find(string code) => new() { ZoneSet = "kretser", Around = new() { ZoneSet = "kommuner", Code = code } };

    private Task<string> TextAsync(string address) => served!.Http.GetStringAsync(new Uri(address, UriKind.Relative));

    private static ZoneLink Parent(int krets, string kommune) => new(ZoneLinkKind.Parent, "kretser", Code(krets), "kommuner", kommune);

    private static ZoneSetHead ZoneSet(string key, string level) => new(
        key, level, new(key), DateOnly.ParseExact("2020-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture), null, IsPartition: true, "CC0", "Oppdikta");

    private static string Code(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static Polygon Square(double x, double side) =>
        new(new LinearRing([new(x, 0), new(x + side, 0), new(x + side, side), new(x, side), new(x, 0)])) { SRID = 25833 };
}
