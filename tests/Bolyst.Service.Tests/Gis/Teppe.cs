using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Gis;

/// <summary>
/// A patchwork of 34 753 invented zones over ground as large as Norway: as many as small-area units of England, to page through.
/// Corners are shared by the four zones that meet there and lie up to a third of a cell from a grid of 187 by 186.
/// <code>
/// teppe    codes 00001 to 34753, row by row from (-80 000, 6 450 000) in EPSG:25833
/// andel    of the first 2 000 zones suppressed, of the others code mod 100 + 0.25
/// tal      the code as a number, never missing
/// </code>
/// </summary>
public sealed class Teppe : IAsyncLifetime
{
    public const int Zones = 34_753;
    public const int Suppressed = 2_000;
    private const int Columns = 187;
    private const double Wide = 6_400;
    private const double High = 8_000;

    private Served? served;

    public Served Served => served!;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync();
        await using var session = await served.Store.BeginImportAsync(new("teppe", new("Teppe"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-teppe"));
        var zones = await session.AddZoneSetAsync(
            new("teppe", "rute", new("Teppe"), new(2020, 1, 1), null, IsPartition: true, "CC0", "Oppdikta"), Enumerable.Range(0, Zones).Select(n => new ZoneRow(Code(n), "Lapp " + Code(n), Cell(n))));
        var share = await session.AddIndicatorAsync(Indicator("andel", "percent"));
        var number = await session.AddIndicatorAsync(Indicator("tal", "count"));
        await using (var writer = await session.BeginObservationsAsync())
        {
            for (var n = 0; n < Zones; n++)
            {
                var zone = zones.ZoneIds[Code(n)];
                await writer.WriteAsync(n < Suppressed
                    ? new(share, zone, Period.Parse("2020"), "", double.NaN, double.NaN, double.NaN, ObservationStatus.Suppressed, "færre enn fem")
                    : Row(share, zone, ((n + 1) % 100) + 0.25));
                await writer.WriteAsync(Row(number, zone, n + 1));
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

    private static Polygon Cell(int n)
    {
        var (row, column) = (n / Columns, n % Columns);
        var start = Corner(column, row);
        return new(new LinearRing([start, Corner(column + 1, row), Corner(column + 1, row + 1), Corner(column, row + 1), start])) { SRID = 25833 };
    }

    // The same number gives the same corner, whichever zone asks: Random is fixed for a seed.
    private static Coordinate Corner(int column, int row)
    {
        var random = new Random((row * 1_000) + column);
        return new(-80_000 + (Wide * (column + (random.NextDouble() / 3))), 6_450_000 + (High * (row + (random.NextDouble() / 3))));
    }

    private static string Code(int n) => (n + 1).ToString("D5", CultureInfo.InvariantCulture);

    private static ObservationRow Row(int indicator, int zone, double value) =>
        new(indicator, zone, Period.Parse("2020"), "", value, double.NaN, value, ObservationStatus.Value);

    private static IndicatorHead Indicator(string key, string unit) => new(
        key, new("Indikator " + key), "okonomi", new("Definisjon"), null, null, null, unit, 1, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Count);
}
