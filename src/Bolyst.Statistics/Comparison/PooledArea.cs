namespace Bolyst.Statistics.Comparison;

/// <summary>An area made of whole zones: what those of its zones that have a number give together.</summary>
/// <param name="Together">The zones with a number put together, or why they cannot be.</param>
/// <param name="Present">The number of zones that have a number.</param>
/// <param name="Missing">The number of zones that have none, by status; only statuses that occur, in their order.</param>
/// <param name="Status">
/// What to know of the number: that a zone's comes after a break in its series, or else that one was imputed. Without a number, what most
/// zones have instead; not applicable when the numbers cannot be put together.
/// </param>
public sealed record PooledArea(Cell Together, int Present, IReadOnlyList<KeyValuePair<ObservationStatus, int>> Missing, ObservationStatus Status)
{
    /// <summary>Puts zones of a column together. A zone without a number is left out and counted, never taken for zero.</summary>
    /// <param name="column">The column.</param>
    /// <param name="zones">Ordinals of the zones.</param>
    /// <param name="pool">How cells with a number are put together: see <see cref="Pooling"/>.</param>
    public static PooledArea Of(IndicatorColumn column, IReadOnlyList<int> zones, Func<IReadOnlyList<Cell>, Cell> pool)
    {
        var present = new List<Cell>(zones.Count);
        var missing = new SortedDictionary<ObservationStatus, int>();
        var seen = ObservationStatus.Value;
        foreach (var zone in zones)
        {
            var cell = Cell.Of(column, zone);
            if (cell.Value.Reason is { Status: { } reason })
            {
                missing[reason] = missing.GetValueOrDefault(reason) + 1;
                continue;
            }

            present.Add(cell);
            seen = Graver(seen, column.Status.Span[zone]);
        }

        if (present.Count > 0)
        {
            var together = pool(present);
            return new(together, present.Count, [.. missing], together.Value.HasValue ? seen : ObservationStatus.NotApplicable);
        }

        var most = missing.Count == 0 ? ObservationStatus.NotDelivered : missing.MaxBy(count => count.Value).Key;
        return new(new(Measured.None(ReasonCode.InputMissing, column.Key, $"{column.Key} has a number in none of the {zones.Count} zones")), 0, [.. missing], most);
    }

    private static ObservationStatus Graver(ObservationStatus seen, ObservationStatus next) => (seen, next) switch
    {
        (ObservationStatus.BreakInSeries, _) or (_, ObservationStatus.BreakInSeries) => ObservationStatus.BreakInSeries,
        (_, ObservationStatus.Imputed) => ObservationStatus.Imputed,
        _ => seen,
    };
}
