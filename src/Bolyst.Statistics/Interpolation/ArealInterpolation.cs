namespace Bolyst.Statistics.Interpolation;

/// <summary>
/// Moves numbers from one set of zones to another that cuts across it (Goodchild and Lam 1980). What is assumed is said: within a source,
/// people are spread as the measure of the overlap is, by land or by homes.
/// </summary>
public static class ArealInterpolation
{
    /// <summary>A count, such as persons: each source gives each target the share of it that lies there.</summary>
    /// <param name="overlap">How sources and targets meet.</param>
    /// <param name="counts">By source. Rates are not counts: interpolate numerators and denominators, then divide.</param>
    /// <param name="measures">
    /// The whole measure (area) of each source, so that what lies outside all targets stays outside; null divides each source over the
    /// targets it meets, which keeps its total.
    /// </param>
    public static IReadOnlyList<Interpolated> Extensive(Overlap overlap, IReadOnlyList<Measured> counts, IReadOnlyList<double>? measures = null)
    {
        var whole = measures ?? overlap.MeasureOfSources();
        return ByTarget(overlap, counts, pieces =>
        {
            var (value, inside, touched) = (default(Sum), default(Sum), default(Sum));
            foreach (var piece in pieces)
            {
                var (count, share) = (counts[piece.Source].Value, Math.Min(1, piece.Measure / whole[piece.Source]));
                value.Add(count * piece.Measure / whole[piece.Source]);
                inside.Add(share > 1 - 1e-9 ? count : 0);
                touched.Add(count);
            }

            return (value.Value, inside.Value, touched.Value);
        });
    }

    /// <summary>A level, such as a price or noise: the mean over the target, weighted by the overlap. Not for rates with counts.</summary>
    public static IReadOnlyList<Interpolated> Intensive(Overlap overlap, IReadOnlyList<Measured> levels) => ByTarget(overlap, levels, pieces =>
    {
        var (value, total, least, most) = (default(Sum), default(Sum), double.PositiveInfinity, double.NegativeInfinity);
        foreach (var piece in pieces)
        {
            var level = levels[piece.Source].Value;
            value.Add(level * piece.Measure);
            total.Add(piece.Measure);
            (least, most) = (Math.Min(least, level), Math.Max(most, level));
        }

        return (value.Value / total.Value, least, most);
    });

    /// <summary>The share of each target that lies in each category of the sources; by category, then by target. Shares sum to 1.</summary>
    /// <param name="overlap">How sources and targets meet.</param>
    /// <param name="categoryOf">By source, its category, or null when it is not known: then the targets it meets have no shares.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Interpolated>> Categorical(Overlap overlap, IReadOnlyList<string?> categoryOf) =>
        categoryOf.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(
            category => category,
            category => Intensive(overlap, [.. categoryOf.Select(c => c is null
                ? Measured.None(ReasonCode.InputMissing, "category", "the category of a source is not known")
                : Measured.Of(string.Equals(c, category, StringComparison.Ordinal) ? 1 : 0))]),
            StringComparer.Ordinal);

    private static IReadOnlyList<Interpolated> ByTarget(
        Overlap overlap, IReadOnlyList<Measured> values, Func<IReadOnlyList<OverlapPiece>, (double Value, double Lower, double Upper)> compute)
    {
        if (values.Count != overlap.Sources)
        {
            throw new ArgumentException($"{values.Count} values are given for {overlap.Sources} sources.", nameof(values));
        }

        var byTarget = overlap.Pieces.ToLookup(p => p.Target);
        return [.. Enumerable.Range(0, overlap.Targets).Select(target =>
        {
            OverlapPiece[] pieces = [.. byTarget[target]];
            Reason[] missing = [.. pieces.Where(p => !values[p.Source].HasValue).Select(p => values[p.Source].Reason!)];
            if (pieces.Length == 0)
            {
                return Interpolated.None(new(ReasonCode.TooFew, "overlap", "no source meets the target"), 0, 0);
            }

            if (missing.Length > 0)
            {
                return Interpolated.None(missing[0], pieces.Length, missing.Length);
            }

            var (value, lower, upper) = compute(pieces);
            return new(value, lower, upper, pieces.Length, 0);
        })];
    }
}

/// <summary>A number moved to a target zone.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Lower">
/// The least that the sources allow whatever the spread within them: for a count, the sources that lie wholly inside; for a level, the
/// lowest source.
/// </param>
/// <param name="Upper">The most: for a count, all sources that touch; for a level, the highest source.</param>
/// <param name="Sources">The number of sources that meet the target.</param>
/// <param name="Missing">How many of them have no value; one is enough for the target to have none.</param>
public sealed record Interpolated(Measured Value, Measured Lower, Measured Upper, int Sources, int Missing)
{
    internal static Interpolated None(Reason reason, int sources, int missing)
    {
        var none = Measured.None(reason);
        return new(none, none, none, sources, missing);
    }
}
