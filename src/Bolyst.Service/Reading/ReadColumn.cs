using Bolyst.Service.Messages;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Reading;

/// <summary>
/// A column of the cube with what its indicator means. A cell whose status carries no number gives out neither number nor counts,
/// whatever stands beside it in the store.
/// </summary>
internal sealed class ReadColumn(IndicatorHead head, Column column)
{
    /// <summary>What the column measures.</summary>
    public IndicatorHead Head { get; } = head;

    /// <summary>The time it is about.</summary>
    public Period Period => column.Key.Period;

    /// <summary>Dataset versions of the deliveries that its cells come from.</summary>
    public IEnumerable<long> Deliveries => column.SourceDelivery.Where(version => version > 0).Distinct();

    /// <summary>The zones of the column.</summary>
    public ZoneAxis Zones => column.Zones;

    /// <summary>What was selected, with the period that was found.</summary>
    public V1.IndicatorSelection Selection { get; } = new() { Indicator = head.Key, Period = column.Key.Period.Code, Breakdown = column.Key.Breakdown };

    /// <summary>The column as Statistics reads it: views, not copies.</summary>
    public IndicatorColumn Numbers { get; } = new(head.Key, head.Polarity, column.Value.AsMemory(), column.Status.AsMemory())
    {
        Ethnicity = head.Ethnicity,
        UnitScale = head.Scale,
        // By the cells, not by the indicator's form: a later delivery may describe the same key as a bare rate elsewhere.
        Numerators = column.HasCounts ? column.Numerator.AsMemory() : default,
        Denominators = column.HasCounts ? column.Denominator.AsMemory() : default,
    };

    /// <summary>The cells of some of the zones, as a column of their own.</summary>
    /// <param name="axis">The zones wanted.</param>
    /// <param name="zones">Their ordinals here, in the order of <paramref name="axis"/>.</param>
    public ReadColumn Of(ZoneAxis axis, IReadOnlyList<int> zones) => new(Head, column.Of(axis, zones));

    /// <summary>A zone's number with what it is made of.</summary>
    public Cell CellOf(int zone) => Cell.Of(Numbers, zone);

    /// <summary>A count that a zone's rate is made of, or why there is none.</summary>
    /// <param name="zone">Ordinal of the zone.</param>
    /// <param name="count">Which count.</param>
    public Measured CountOf(int zone, Func<Cell, double> count)
    {
        var (value, cell) = (Numbers[zone], CellOf(zone));
        return !value.HasValue ? value
            : cell.HasCounts ? count(cell)
            : Measured.None(ReasonCode.NoReference, Head.Key, $"{Head.Key} has a rate without counts in a zone");
    }

    /// <summary>A zone's number as the contract writes it.</summary>
    /// <param name="zone">Ordinal of the zone.</param>
    /// <param name="level">Confidence level of the interval.</param>
    public V1.Value ValueOf(int zone, double level) => CellOf(zone).ToMessage(column.Status[zone], column.Rule[zone], column.SourceDelivery[zone], level);

    /// <summary>The number of several zones together, with the newest source and, if it is missing, the status of the first part that is.</summary>
    /// <param name="zones">Ordinals of the parts.</param>
    /// <param name="pooled">Their number together.</param>
    /// <param name="level">Confidence level of the interval.</param>
    public V1.Value PooledValueOf(IReadOnlyList<int> zones, Cell pooled, double level)
    {
        var telling = zones.FirstOrDefault(zone => !Numbers[zone].HasValue || column.Status[zone] != ObservationStatus.Value, zones[0]);
        return pooled.ToMessage(column.Status[telling], column.Rule[telling], zones.Max(zone => column.SourceDelivery[zone]), level);
    }

    /// <summary>Whether numbers of the indicator follow the size of an area, so that they are summed and not set against each other.</summary>
    public bool IsSum => Head.Form is MeasureForm.Count or MeasureForm.Amount;

    /// <summary>The number of the zones that have one, put together.</summary>
    /// <param name="zones">Ordinals.</param>
    public PooledArea Pool(IReadOnlyList<int> zones) => PooledArea.Of(Numbers, zones, IsSum ? Pooling.CountOf : cells => Pooling.RateOf(Head.Key, cells));

    /// <summary>The versions of the deliveries that brought the numbers of zones, oldest first.</summary>
    public IEnumerable<long> SourcesOf(IReadOnlyList<int> zones) =>
        zones.Where(zone => Numbers[zone].HasValue).Select(zone => column.SourceDelivery[zone]).Distinct().Order();

    /// <summary>Some or all zones as a column of the contract.</summary>
    /// <param name="zones">Ordinals, in the order wanted.</param>
    /// <param name="level">Confidence level of the intervals; null for no intervals.</param>
    public V1.ValueColumn ToMessage(IReadOnlyList<int> zones, double? level = null) => ValueColumns.Write(this, column, zones, level);
}
