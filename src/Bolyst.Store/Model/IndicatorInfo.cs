namespace Bolyst.Store.Model;

/// <summary>An indicator as the store holds it.</summary>
/// <param name="Id">Never changes for the same key.</param>
/// <param name="Version">Dataset version of the delivery that brought this description.</param>
/// <param name="Head">The description.</param>
public sealed record IndicatorInfo(int Id, long Version, IndicatorHead Head);

/// <summary>A column that some delivery brought cells for.</summary>
/// <param name="Key">Which column.</param>
/// <param name="Version">Dataset version of the newest delivery of it.</param>
/// <param name="CellCount">Cells in that delivery, numbers and reasons.</param>
/// <param name="ValueCount">Cells of these that hold a number.</param>
public sealed record DeliveredColumn(ColumnKey Key, long Version, long CellCount, long ValueCount);

/// <summary>Names a column: one indicator, period and breakdown over the zones of a zone set.</summary>
/// <param name="ZoneSet">Key of the zone set.</param>
/// <param name="Indicator">Key of the indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Breakdown">Group inside the total; empty for the total.</param>
public readonly record struct ColumnKey(string ZoneSet, string Indicator, Period Period, string Breakdown = "");
