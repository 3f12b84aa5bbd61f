using System.Text.Json;
using Bolyst.Service.Tests.Serving;

namespace Bolyst.Service.Tests.Ogc;

/// <summary>A number is the same whichever door it leaves by.</summary>
public class SameNumbersTests(Sample sample)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Features_hold_what_gRPC_gives_cell_by_cell(long asOf)
    {
        var indicators = (await sample.Grpc.CallAsync<V1.ListIndicatorsResponse>(new V1.ListIndicatorsRequest { ZoneSet = Sample.Kretser })).Indicators;
        var asked = new V1.GetIndicatorValuesRequest { ZoneSet = Sample.Kretser, AsOf = asOf };
        asked.Selections.AddRange(indicators.Select(indicator => new V1.IndicatorSelection { Indicator = indicator.Key }));
        var expected = await sample.Grpc.CallAsync<V1.GetIndicatorValuesResponse>(asked);
        var features = await FeaturesAsync(asOf == 0 ? "" : $"&as_of={asOf}");

        Assert.Equal(expected.Codes, features.Select(feature => feature.GetProperty("code").GetString()));
        foreach (var column in expected.Columns)
        {
            var name = column.Selection.Indicator.Replace('-', '_');
            Assert.Equal(column.Values, features.Select(feature => feature.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN));
            Assert.Equal(
                column.Statuses.Select(status => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString())), features.Select(feature => feature.GetProperty(name + "_status").GetString()));
        }
    }

    private async Task<JsonElement[]> FeaturesAsync(string more)
    {
        var page = JsonDocument.Parse(await sample.Served.Http.GetStringAsync(new Uri($"/ogc/collections/{Sample.Kretser}/items?sortby=code{more}", UriKind.Relative)));
        return [.. page.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").Clone())];
    }
}
