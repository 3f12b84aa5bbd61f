using System.Globalization;
using System.Text.Json;
using Bolyst.Service.Tests.Ogc;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

[assembly: AssemblyFixture(typeof(Norge))]

namespace Bolyst.Service.Tests.Ogc;

/// <summary>
/// Invented zones in Norway, as GIS meets them.
/// <code>
/// steder     1 Oslo, square of 1 km from (262000, 6649000); 2 Finnmark, from (1080000, 7780000); 3 without an outline
/// ruter      25 squares of 100 m in Oslo, 5 a row, codes 01 to 25; valid 2020-01-01 to 2022-12-31
///            indeks of 01 to 12 suppressed, of the others code / 2; folketal of all = 100 × code
/// loftet     boundary of an områdesatsing: 200 m square over rutene 01, 02, 06, 07; valid from 2021-01-01
/// vann_flater  Bunnen, square of 400 m from (262400, 6649400), one of its sides with 40 teeth of 2 m; and a square of 10 m without a name
/// </code>
/// </summary>
public sealed class Norge : IAsyncLifetime
{
    private Served? served;

    public Served Served => served!;

    public HttpClient Http => Served.Http;

    public string ConnectionString => Served.ConnectionString;

    public Uri Root => new(Http.BaseAddress!, "/ogc");

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync();
        await using var session = await served.Store.BeginImportAsync(new(
            "norge", new("Norge"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-norge"));
        await session.AddZoneSetAsync(
            new("steder", "sted", new("Steder <i>"), Day("2024-01-01"), null, IsPartition: false, "CC0", "Oppdikta"),
            [new("1", "Oslo", Square(262_000, 6_649_000, 1000)), new("2", "Finnmark", Square(1_080_000, 7_780_000, 1000)), new("3", "Utan omriss", null)]);
        var ruter = await session.AddZoneSetAsync(
            new("ruter", "rute", new("Ruter"), Day("2020-01-01"), Day("2022-12-31"), IsPartition: true, "CC0", "Oppdikta"),
            [.. Enumerable.Range(1, 25).Select(n => new ZoneRow(Code(n), n == 13 ? "Søre O'Fjell" : "Rute " + Code(n), Rute(n)))]);
        var indeks = await session.AddIndicatorAsync(Indicator("indeks", "points"));
        var folketal = await session.AddIndicatorAsync(Indicator("folketal", "count"));
        await using (var writer = await session.BeginObservationsAsync())
        {
            for (var n = 1; n <= 25; n++)
            {
                var zone = ruter.ZoneIds[Code(n)];
                await writer.WriteAsync(Row(folketal, zone, 100 * n));
                await writer.WriteAsync(n <= 12
                    ? new(indeks, zone, Period.Parse("2020"), "", double.NaN, double.NaN, double.NaN, ObservationStatus.Suppressed, "færre enn fem")
                    : Row(indeks, zone, n / 2.0));
            }

            await writer.CompleteAsync();
        }

        await session.AddOmradesatsingAsync(new(
            "loftet", "Løftet", [], "0301", "Oslo", null, 2021, null, OmradesatsingStatus.Ongoing, [], [], [], [], [], "Oppdikta"));
        await session.AddOmradesatsingBoundaryAsync(new("loftet", Day("2021-01-01"), null, IsOfficial: true, "Kommunen", Square(262_000, 6_649_000, 200)));
        await session.AddWaterAsync(new("oslo-vann", "NLOD 2.0", "Kartverket"), [new("Bunnen", Toothed(262_400, 6_649_400, 400)), new(null, Square(262_900, 6_649_900, 10))]);
        await session.CommitAsync("{}");
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
            await served.DisposeAsync();
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The sentence of a problem document.</summary>
    public async Task<(int Status, string Detail)> FailAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return ((int)answer.StatusCode, body.GetProperty("detail").GetString()!);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return await Http.SendAsync(request);
    }

    /// <summary>Codes of the features of an answer, in order.</summary>
    public static string[] Codes(JsonElement collection) =>
        [.. collection.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties").GetProperty("code").GetString()!)];

    public static string? LinkOf(JsonElement document, string rel) => document.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").GetString() == rel).Select(link => link.GetProperty("href").GetString()).FirstOrDefault();

    private static string Code(int n) => n.ToString("D2", CultureInfo.InvariantCulture);

    private static Polygon Rute(int n) => Square(262_000 + (100 * ((n - 1) % 5)), 6_649_000 + (100 * ((n - 1) / 5)), 100);

    /// <summary>A square whose southern side has 40 teeth, 2 m deep.</summary>
    private static Polygon Toothed(double x, double y, double side)
    {
        var teeth = Enumerable.Range(0, 81).Select(n => new Coordinate(x + (n * side / 80), y - (n % 2 * 2)));
        return new(new LinearRing([.. teeth, new(x + side, y + side), new(x, y + side), new(x, y)])) { SRID = 25833 };
    }

    private static Polygon Square(double x, double y, double side) =>
        new(new LinearRing([new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)])) { SRID = 25833 };

    private static ObservationRow Row(int indicator, int zone, double value) =>
        new(indicator, zone, Period.Parse("2020"), "", value, double.NaN, value, ObservationStatus.Value);

    private static IndicatorHead Indicator(string key, string unit) => new(
        key, new("Indikator " + key), "okonomi", new("Definisjon"), null, null, null, unit, 1, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Count);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
