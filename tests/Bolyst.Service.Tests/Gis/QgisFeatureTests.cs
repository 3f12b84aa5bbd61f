using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Gis;

/// <summary>QGIS 3.22 as a planner meets the OGC API: one address, typed in the dialogue of new connections.</summary>
public sealed class QgisFeatureTests(Elvsund elvsund) : IAsyncLifetime
{
    private const string Collection = "elvsund-grunnkrets-2018";

    private readonly string picture = Path.GetTempFileName();
    private Served served = null!;
    private JsonElement seen;

    public async ValueTask InitializeAsync()
    {
        served = await elvsund.ServedAsync();
        seen = await Qgis.RunAsync("features.py", new Uri(served.Http.BaseAddress!, "/ogc").ToString(), Collection, picture);
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(picture);
        return ValueTask.CompletedTask;
    }

    // One run of QGIS sees it all.
    [Fact]
    public async Task A_planner_adds_draws_filters_and_identifies_a_zone_layer()
    {
        Assert.Empty(seen.GetProperty("warnings").EnumerateArray());
        // In English, the language that QGIS asks for here.
        Assert.Equal("Grunnkretser of Elvsund from 2018", seen.GetProperty("offered").GetProperty(Collection).GetString());
        Assert.Equal(180, seen.GetProperty("count").GetInt32());
        await Picture.LooksLikeAsync("qgis-features", picture);
        var values = await AllTheValuesAsync();
        Filters(values);
        Identifies(values);
    }

    /// <summary>Every column has its type and every cell the number that gRPC gives, to the last bit.</summary>
    private async Task<V1.GetIndicatorValuesResponse> AllTheValuesAsync()
    {
        var indicators = (await served.Grpc.CallAsync<V1.ListIndicatorsResponse>(new V1.ListIndicatorsRequest { ZoneSet = Collection })).Indicators;
        var request = new V1.GetIndicatorValuesRequest { ZoneSet = Collection };
        request.Selections.AddRange(indicators.Select(indicator => new V1.IndicatorSelection { Indicator = indicator.Key }));
        var values = await served.Grpc.CallAsync<V1.GetIndicatorValuesResponse>(request);
        var features = seen.GetProperty("features").EnumerateArray().OrderBy(feature => feature.GetProperty("code").GetString(), StringComparer.Ordinal).ToList();

        Assert.Equal(values.Codes, features.Select(feature => feature.GetProperty("code").GetString()));
        Assert.NotEmpty(values.Columns);
        foreach (var column in values.Columns)
        {
            var name = column.Selection.Indicator.Replace('-', '_');
            Assert.Equal("Real", seen.GetProperty("fields").GetProperty(name).GetString());
            Assert.Equal("String", seen.GetProperty("fields").GetProperty(name + "_status").GetString());
            Assert.Equal(column.Values, features.Select(feature => feature.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN));
        }

        return values;
    }

    private void Filters(V1.GetIndicatorValuesResponse values)
    {
        var (lowIncome, assistance, unemployed) = (Column(values, "persistent-low-income"), Column(values, "social-assistance"), Column(values, "unemployed"));
        string[] Codes(Func<int, bool> holds) => [.. values.Codes.Where((_, zone) => holds(zone)).Order(StringComparer.Ordinal)];

        Assert.Equal(Codes(zone => lowIncome.Values[zone] > 20 && assistance.Statuses[zone] == V1.ObservationStatus.Value), Texts("filtered"));
        Assert.Equal(Codes(zone => double.IsNaN(unemployed.Values[zone])), Texts("missing"));
        Assert.NotEmpty(Texts("missing"));
        Assert.Equal(Texts("touching"), Texts("in_box"));
    }

    private void Identifies(V1.GetIndicatorValuesResponse values)
    {
        var clicked = seen.GetProperty("clicked").GetString()!;
        var hit = Assert.Single(seen.GetProperty("identified").EnumerateArray());

        Assert.Equal(clicked, hit.GetProperty("code").GetString());
        Assert.Equal(Column(values, "population").Values[values.Codes.IndexOf(clicked)], hit.GetProperty("population").GetDouble());
    }

    private string[] Texts(string name) => [.. seen.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static V1.ValueColumn Column(V1.GetIndicatorValuesResponse values, string indicator) => values.Columns.Single(column => column.Selection.Indicator == indicator);
}
