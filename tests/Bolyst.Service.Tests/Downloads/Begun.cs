using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>
/// A service that makes two downloads at most and keeps none, over one layer whose outlines can be withheld.
/// <code>
/// smale   9 squares of 100 m from west to east; 7 has a hole, 8 has a second part with one
/// </code>
/// </summary>
public sealed class Begun : IAsyncLifetime
{
    public const string Layer = "smale";

    private Served? served;

    public Served Served => served!;

    public HttpClient Http => Served.Http;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync(limits: new() { MaxWaitingDownloads = 2, KeptDownloadBytes = 0 });
        await using var session = await served.Store.BeginImportAsync(new("smale", new("Smale"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-smale"));
        var zones = await session.AddZoneSetAsync(
            new(Layer, "rute", new("Smale"), new DateOnly(2020, 1, 1), null, IsPartition: true, "CC0", "Oppdikta"),
            [.. Enumerable.Range(0, 9).Select(n => new ZoneRow(Code(n), "Rute " + Code(n), Outline(n)))]);
        var tal = await session.AddIndicatorAsync(new(
            "tal", new("Tal"), "okonomi", new("Definisjon"), null, null, null, "count", 1, Polarity.Neutral, "register", null, false, MeasureForm.Count));
        await using (var writer = await session.BeginObservationsAsync())
        {
            foreach (var zone in zones.ZoneIds.Values)
            {
                await writer.WriteAsync(new(tal, zone, Period.Parse("2020"), "", zone, double.NaN, zone, ObservationStatus.Value));
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

    /// <summary>Keeps everybody from the outlines until disposed of. The layer itself is read before.</summary>
    internal async Task<Withheld> WithholdAsync()
    {
        (await Http.GetAsync(new Uri($"/download/{Layer}.csv?indicators=none", UriKind.Relative))).EnsureSuccessStatusCode();
        (await Http.GetAsync(new Uri($"/ogc/collections/{Layer}/items?limit=1", UriKind.Relative))).EnsureSuccessStatusCode();
        return await Withheld.BeginAsync(Served.ConnectionString);
    }

    private static string Code(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static Geometry Outline(int n) => n switch
    {
        7 => Square(700, hole: true),
        8 => new MultiPolygon([Square(800, hole: false), Square(2_000, hole: true)]) { SRID = 25833 },
        _ => Square(100 * n, hole: false),
    };

    private static Polygon Square(double x, bool hole) => new(Ring(x, 0, 100), hole ? [Ring(x + 40, 40, 20)] : []) { SRID = 25833 };

    private static LinearRing Ring(double x, double y, double side) => new([new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)]);
}
