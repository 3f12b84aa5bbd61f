using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Composite;

/// <summary>A composite index by row (row = period · zones + zone), with every level below it.</summary>
public sealed class CompositeResult
{
    private readonly CompositeTree tree;
    private readonly Dictionary<string, WorkColumn> columns;
    private readonly (IndicatorColumn Column, IndicatorColumn? Denominator, double Weight)[] sources;

    internal CompositeResult(
        CompositeDefinition definition,
        CompositeData data,
        CompositeTree tree,
        Dictionary<string, WorkColumn> columns,
        Dictionary<string, double> weights,
        IReadOnlyList<Treatment> treatments,
        IReadOnlyList<string> indicators)
    {
        (Definition, Data, this.tree, this.columns, Treatments, Indicators) = (definition, data, tree, columns, treatments, indicators);
        Weights = weights;
        EffectiveWeights = Effective(tree, weights, indicators);
        Scores = columns[tree.Root].Freeze();
        sources = [.. definition.Indicators.Select(i => (
            data.Find(i.Indicator, "indicators"),
            i.Denominator is { } key ? data.Find(key, "denominate") : null,
            EffectiveWeights[i.Indicator]))];
    }

    /// <summary>The definition that made it.</summary>
    public CompositeDefinition Definition { get; }

    /// <summary>The keys of the indicators, in the definition's order.</summary>
    public IReadOnlyList<string> Indicators { get; }

    /// <summary>The index.</summary>
    public IReadOnlyList<Measured> Scores { get; }

    /// <summary>What was done to outliers; empty when the definition does not treat them.</summary>
    public IReadOnlyList<Treatment> Treatments { get; }

    /// <summary>By indicator or group, its weight within its group; those of a group sum to 1.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; }

    /// <summary>By indicator, its weight in the whole: the product of the weights on the way up. They sum to 1.</summary>
    public IReadOnlyDictionary<string, double> EffectiveWeights { get; }

    internal CompositeData Data { get; }

    /// <summary>The scores of a group, or the normalised values of an indicator.</summary>
    /// <exception cref="KeyNotFoundException">There is no such group or indicator.</exception>
    public IReadOnlyList<Measured> Level(string key) => columns[key].Freeze();

    /// <summary>The values of an indicator after denominating, before anything was filled in or scaled.</summary>
    public Measured Value(string indicator, int row)
    {
        var source = sources.First(s => string.Equals(s.Column.Key, indicator, StringComparison.Ordinal));
        return Denominate.At(source.Column, source.Denominator, row);
    }

    /// <summary>Whether the value that entered the score was filled in.</summary>
    public bool Imputed(string indicator, int row) =>
        !Value(indicator, row).HasValue && !double.IsNaN(columns[indicator].Numbers[row]);

    /// <summary>The share of all indicators, by effective weight, that were present in the data of a row.</summary>
    public double Availability(int row) =>
        sources.Where(s => Denominate.At(s.Column, s.Denominator, row).HasValue).Sum(s => s.Weight);

    /// <summary>Ranks of the index, or of a group, within each period.</summary>
    public IReadOnlyList<Measured> Rank(RankDirection direction, TieRule ties, string? group = null)
    {
        var scores = columns[group ?? tree.Root];
        var ranks = new double[scores.Numbers.Length];
        for (var from = 0; from < ranks.Length; from += Data.Zones)
        {
            Ranking.Rank(scores.Numbers.AsSpan(from, Data.Zones), ranks.AsSpan(from, Data.Zones), direction, ties);
        }

        return new MeasuredColumn(ranks, scores.WhyMissing);
    }

    /// <summary>Classes of equal count by rank within each period: 10 for deciles, class 1 for the first ranks.</summary>
    public IReadOnlyList<Measured> Classes(int classes, RankDirection direction, TieRule ties, QuantileRule rule, string? group = null)
    {
        var ranks = ((MeasuredColumn)Rank(direction, ties, group)).Numbers.ToArray();
        for (var from = 0; from < ranks.Length; from += Data.Zones)
        {
            var period = ranks.AsSpan(from, Data.Zones);
            var count = Moments.Extent(period).Count;
            foreach (ref var rank in period)
            {
                rank = double.IsNaN(rank) ? rank : QuantileClass.Of(rank, count, classes, rule);
            }
        }

        return new MeasuredColumn(ranks, columns[group ?? tree.Root].WhyMissing);
    }

    /// <summary>By indicator, its weight in the index of one row, where the weights of missing parts are spread on the rest of their group.</summary>
    internal Dictionary<string, double> RowWeights(int row)
    {
        var ofGroup = new Dictionary<string, double>(StringComparer.Ordinal) { [tree.Root] = 1 };
        foreach (var node in tree.Groups.Reverse())
        {
            var present = node.Parts.Where(p => !double.IsNaN(columns[p.Key].Numbers[row])).Sum(p => Weights[p.Key]);
            foreach (var part in node.Parts)
            {
                var counts = present > 0 && !double.IsNaN(columns[part.Key].Numbers[row]);
                ofGroup[part.Key] = counts ? ofGroup[node.Group.Key] * Weights[part.Key] / present : 0;
            }
        }

        return ofGroup;
    }

    private static Dictionary<string, double> Effective(
        CompositeTree tree, Dictionary<string, double> weights, IReadOnlyList<string> indicators)
    {
        var parents = tree.Groups.SelectMany(g => g.Parts.Select(p => (p.Key, Parent: g.Group.Key)))
            .ToDictionary(p => p.Key, p => p.Parent, StringComparer.Ordinal);
        return indicators.ToDictionary(
            i => i,
            i =>
            {
                var effective = 1.0;
                for (var key = i; parents.TryGetValue(key, out var parent); key = parent)
                {
                    effective *= weights[key];
                }

                return effective;
            },
            StringComparer.Ordinal);
    }
}
