namespace Bolyst.Statistics.Composite;

/// <summary>What the index of one row is made of.</summary>
public static class CompositeExplanation
{
    /// <summary>One entry for each indicator, in the definition's order.</summary>
    public static IReadOnlyList<IndicatorContribution> Explain(this CompositeResult result, int row)
    {
        var additive = result.Definition.Aggregate.Method == AggregateMethod.Arithmetic
            && result.Definition.Groups.All(g => g.Renormalise is null && g.Aggregate is null or { Method: AggregateMethod.Arithmetic });
        var noParts = new Reason(ReasonCode.OutsideDomain, result.Definition.Key, "the index is not a sum, so it has no parts that add up");
        var rowWeights = result.RowWeights(row);
        return [.. result.Indicators.Select(indicator =>
        {
            var normalised = result.Level(indicator)[row];
            var score = result.Scores[row];
            var contribution = !normalised.HasValue ? normalised
                : !score.HasValue ? score
                : additive ? Measured.Of(normalised.Value * rowWeights[indicator])
                : Measured.None(noParts);
            return new IndicatorContribution(
                indicator, result.Value(indicator, row), result.Imputed(indicator, row), normalised, rowWeights[indicator], contribution);
        })];
    }
}

/// <summary>The part of one indicator in the index of one row.</summary>
/// <param name="Indicator">The indicator's key.</param>
/// <param name="Value">Its value as delivered, divided by its denominator if it has one.</param>
/// <param name="Imputed">Whether the value was missing and filled in.</param>
/// <param name="Normalised">The value on the common scale, turned so that high raises the score.</param>
/// <param name="Weight">Its weight in this row's index, 0 to 1; the weight of missing indicators is spread on the others of their group.</param>
/// <param name="Contribution">Normalised times weight; these add up to the score. Missing when the index is not a sum.</param>
public sealed record IndicatorContribution(
    string Indicator, Measured Value, bool Imputed, Measured Normalised, double Weight, Measured Contribution);
