using System.Net;
using System.Text.Json;
using Bolyst.Service.Tests.Serving;
using Bolyst.Service.Tiles.Mvt;
using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Service.Tests.Gis;

/// <summary>
/// A zone set with more indicators than a request may name: who adds an address in a GIS names none and gets all.
/// One square, 60 indicators i-00 to i-59 whose number is their own.
/// </summary>
public sealed class ManyIndicatorsTests : IAsyncLifetime
{
    private const int Indicators = 60;

    private Served served = null!;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync();
        await using var session = await served.Store.BeginImportAsync(new("brei", new("Brei"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-brei"));
        var zones = await session.AddZoneSetAsync(new("brei", "rute", new("Brei"), new(2020, 1, 1), null, IsPartition: true, "CC0", "Oppdikta"), [new ZoneRow("1", "Rute", Sample.Square(0))]);
        var indicators = new List<int>();
        for (var n = 0; n < Indicators; n++)
        {
            indicators.Add(await session.AddIndicatorAsync(new(
                Key(n), new("Indikator"), "okonomi", new("Definisjon"), null, null, null, "points", 1, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Count)));
        }

        await using (var writer = await session.BeginObservationsAsync())
        {
            for (var n = 0; n < Indicators; n++)
                await writer.WriteAsync(new(indicators[n], zones.ZoneIds["1"], Period.Parse("2020"), "", n, double.NaN, n, ObservationStatus.Value));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    public ValueTask DisposeAsync() => served.DisposeAsync();

    [Fact]
    public async Task Who_names_none_gets_all_by_every_door()
    {
        var names = Enumerable.Range(0, Indicators).Select(n => Key(n).Replace('-', '_')).ToList();

        var items = JsonDocument.Parse(await served.Http.GetStringAsync(new Uri("/ogc/collections/brei/items", UriKind.Relative))).RootElement;
        var properties = items.GetProperty("features")[0].GetProperty("properties");
        Assert.Equal(Enumerable.Range(0, Indicators).Select(n => (double)n), names.Select(name => properties.GetProperty(name).GetDouble()));

        // The sample's tile: TileTests.
        var tile = Tile.Parser.ParseFrom(await served.Http.GetByteArrayAsync(new Uri("/tiles/brei/14/8670/8191.mvt", UriKind.Relative)));
        Assert.Empty(names.Except(tile.Layers[0].Keys, StringComparer.Ordinal));

        var header = (await served.Http.GetStringAsync(new Uri("/download/brei.csv", UriKind.Relative))).Split('\n')[0];
        Assert.All(names, name => Assert.Contains(name, header, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_names_too_many_is_told_how_many()
    {
        var named = string.Join(',', Enumerable.Range(0, 51).Select(Key));
        using var answer = await served.Http.GetAsync(new Uri("/ogc/collections/brei/items?indicators=" + named, UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("more than 50", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Key(int n) => FormattableString.Invariant($"i-{n:D2}");
}
