using System.Collections.Immutable;
using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Store.Columns;

/// <summary>
/// The cells of one indicator, period and breakdown over a zone axis, as of a dataset version. Immutable: shared by every reader.
/// A zone that no delivery gave a cell is <see cref="ObservationStatus.NotDelivered"/>.
/// </summary>
public sealed class Column
{
    private bool? hasCounts;

    /// <summary>Which column.</summary>
    public required ColumnKey Key { get; init; }

    /// <summary>The axis that every array is aligned with.</summary>
    public required ZoneAxis Zones { get; init; }

    /// <summary>Numerators, or counts; NaN when absent.</summary>
    public required ImmutableArray<double> Numerator { get; init; }

    /// <summary>Denominators; NaN when absent.</summary>
    public required ImmutableArray<double> Denominator { get; init; }

    /// <summary>Values in the indicator's unit; NaN when absent.</summary>
    public required ImmutableArray<double> Value { get; init; }

    /// <summary>A number, or the reason why there is none.</summary>
    public required ImmutableArray<ObservationStatus> Status { get; init; }

    /// <summary>The rule that hid a number; null when none did.</summary>
    public required ImmutableArray<string?> Rule { get; init; }

    /// <summary>Dataset version of the delivery that each cell comes from; 0 for a cell that no delivery gave.</summary>
    public required ImmutableArray<long> SourceDelivery { get; init; }

    /// <summary>True when some cell has a denominator: the values are then rates that can be moved up. Looked for once.</summary>
    public bool HasCounts => hasCounts ??= Denominator.AsSpan().ContainsAnyInRange(double.MinValue, double.MaxValue);

    /// <summary>The cells of some of the zones, as a column of their own.</summary>
    /// <param name="axis">The zones wanted.</param>
    /// <param name="zones">Their ordinals on this column's axis, in the order of <paramref name="axis"/>.</param>
    public Column Of(ZoneAxis axis, IReadOnlyList<int> zones)
    {
        return new()
        {
            Key = Key,
            Zones = axis,
            Numerator = Pick(Numerator),
            Denominator = Pick(Denominator),
            Value = Pick(Value),
            Status = Pick(Status),
            Rule = Pick(Rule),
            SourceDelivery = Pick(SourceDelivery),
        };

        ImmutableArray<T> Pick<T>(ImmutableArray<T> from) => [.. zones.Select(zone => from[zone])];
    }

    // Three doubles, a status, a reference and a version a zone; the rules themselves are few and shared.
    internal long Bytes => 400 + (Zones.Count * 41L);
}
