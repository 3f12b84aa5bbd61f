using Bolyst.Intake.Description;
using Bolyst.Store;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>Denominators that another indicator counts, such as the population: from this delivery, else from what is loaded.</summary>
internal sealed class CountedDenominators(BolystStore store, HeldCells held, string zoneSet)
{
    private readonly Dictionary<(string Indicator, Period Period), Column?> columns = [];

    /// <exception cref="DescriptionException">The indicator has no number in the period in any zone.</exception>
    public async ValueTask<Part> OfAsync(NumberDescription number, Period rowPeriod, TableZone zone, CancellationToken ct)
    {
        var indicator = number.Indicator!;
        var period = number.Period is null ? rowPeriod : Period.Parse(number.Period);
        if (!columns.TryGetValue((indicator, period), out var column))
        {
            columns[(indicator, period)] = column = await FindAsync(number, period, ct);
        }

        // No column: this delivery brings the numbers.
        if (column is null)
        {
            return held.Of(indicator).TryGetValue(new CellPlace(zone.Id, period, ""), out var cell) ? Counted(cell.Numerator, cell.Status, number) : Part.Absent;
        }

        var ordinal = column.Zones.OrdinalOf(zone.Code);
        return ordinal < 0 ? Part.Absent : Counted(column.Numerator[ordinal], column.Status[ordinal], number);
    }

    private static Part Counted(double count, Bolyst.Statistics.ObservationStatus status, NumberDescription number) => new(count * number.Times, status);

    private async Task<Column?> FindAsync(NumberDescription number, Period period, CancellationToken ct)
    {
        if (held.Of(number.Indicator!).Keys.Any(place => place.Period == period && place.Breakdown.Length == 0))
        {
            return null;
        }

        if (await store.Catalogue.FindZoneSetAsync(zoneSet, cancellation: ct) is not null)
        {
            var column = await store.Cube.ColumnAsync(new ColumnKey(zoneSet, number.Indicator!, period), cancellation: ct);
            if (column.Numerator.Any(n => !double.IsNaN(n)))
            {
                return column;
            }
        }

        throw new DescriptionException(number.At, $"Indicator '{number.Indicator}' has no number in zone set '{zoneSet}' and period {period}, neither in an earlier table of this delivery nor loaded before. Deliver it first, or give another period.");
    }
}
