using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using Npgsql;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>A service that makes two downloads at most, over one layer whose outlines can be withheld.</summary>
public sealed class Begun : IAsyncLifetime
{
    public const string Layer = "smale";

    private Served? served;

    public HttpClient Http => served!.Http;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync(limits: new() { MaxWaitingDownloads = 2 });
        await using var session = await served.Store.BeginImportAsync(new("smale", new("Smale"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-smale"));
        var zones = await session.AddZoneSetAsync(
            new(Layer, "rute", new("Smale"), new DateOnly(2020, 1, 1), null, IsPartition: true, "CC0", "Oppdikta"),
            [.. Enumerable.Range(0, 9).Select(n => new ZoneRow(Code(n), "Rute " + Code(n), Square(100 * n)))]);
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
    public async Task<IAsyncDisposable> WithholdAsync()
    {
        (await Http.GetAsync(new Uri($"/download/{Layer}.csv?indicators=none", UriKind.Relative))).EnsureSuccessStatusCode();
        (await Http.GetAsync(new Uri($"/ogc/collections/{Layer}/items?limit=1", UriKind.Relative))).EnsureSuccessStatusCode();
        var withheld = new Withheld(new(served!.ConnectionString));
        await withheld.BeginAsync();
        return withheld;
    }

    private static string Code(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static Polygon Square(double x) =>
        new(new LinearRing([new(x, 0), new(x + 100, 0), new(x + 100, 100), new(x, 100), new(x, 0)])) { SRID = 25833 };

    private sealed class Withheld(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async Task BeginAsync()
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("BEGIN; LOCK TABLE bolyst.zone_generation IN ACCESS EXCLUSIVE MODE", connection);
            await command.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
