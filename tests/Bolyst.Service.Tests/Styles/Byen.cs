using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Styles;

/// <summary>
/// A town with what the shipped index needs, so that its product can be computed by hand: 1 000 inhabitants in each zone, 10 percent
/// divorced or separated, 10 percent with low income, and unemployed as below. The index relative to its average is unemployed / 4.
/// <code>
/// zone         1   2   3   4   5   6   7           8
/// hidden       suppressed in all
/// unemployed   1   2   3   5   6   7   suppressed  not delivered
/// </code>
/// </summary>
public sealed class Byen : IAsyncLifetime
{
    private static readonly double[] Unemployed = [1, 2, 3, 5, 6, 7];

    private Served? served;

    public HttpClient Http => served!.Http;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync();
        await using var session = await served.Store.BeginImportAsync(new(
            "byen", new("Byen"), "Prøvekontoret <&>", "CC0", null, null, null, "delivery:", [], "sha-byen"));
        var byen = await session.AddZoneSetAsync(
            new("byen", "sone", new("Sonene i byen", "Sonene i byen", "Zones of the town"), Day, null, IsPartition: true, "CC0", "Oppdikta"),
            [.. Enumerable.Range(1, 8).Select(n => new ZoneRow(Code(n), "Sone " + Code(n), Square(n)))]);
        var (hidden, population, divorced, unemployed, low) = (
            await session.AddIndicatorAsync(Indicator("hidden", "percent", Polarity.HigherIsBetter)),
            await session.AddIndicatorAsync(Indicator("population", "count", Polarity.Neutral)),
            await session.AddIndicatorAsync(Indicator("divorced-separated", "percent", Polarity.HigherIsWorse)),
            await session.AddIndicatorAsync(Indicator("unemployed", "percent", Polarity.HigherIsWorse)),
            await session.AddIndicatorAsync(Indicator("low-income", "percent", Polarity.HigherIsWorse)));
        await using (var writer = await session.BeginObservationsAsync())
        {
            for (var n = 1; n <= 8; n++)
            {
                var zone = byen.ZoneIds[Code(n)];
                await writer.WriteAsync(Row(hidden, zone, double.NaN) with { Status = ObservationStatus.Suppressed });
                await writer.WriteAsync(Row(population, zone, 1000));
                await writer.WriteAsync(Row(divorced, zone, 10));
                await writer.WriteAsync(Row(low, zone, 10));
                await writer.WriteAsync(n <= Unemployed.Length ? Row(unemployed, zone, Unemployed[n - 1])
                    : Row(unemployed, zone, double.NaN) with { Status = n == 7 ? ObservationStatus.Suppressed : ObservationStatus.NotDelivered });
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

    private static DateOnly Day => DateOnly.ParseExact("2020-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Code(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static Polygon Square(int n) =>
        new(new LinearRing([new(100 * n, 0), new((100 * n) + 100, 0), new((100 * n) + 100, 100), new(100 * n, 100), new(100 * n, 0)])) { SRID = 25833 };

    private static ObservationRow Row(int indicator, int zone, double value) =>
        new(indicator, zone, Period.Parse("2020"), "", double.NaN, double.NaN, value, ObservationStatus.Value);

    private static IndicatorHead Indicator(string key, string unit, Polarity polarity) => new(
        key, new("Indikator <&> " + key), "okonomi", new("Definisjon"), null, null, null, unit, 1, polarity, "register", "08764", false, unit == "count" ? MeasureForm.Count : MeasureForm.BareRate);
}
