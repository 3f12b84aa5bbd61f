namespace Bolyst.Statistics.Composite;

/// <summary>Counts how many indicators of a zone are at or above a percentile: the flags of the CDC's Social Vulnerability Index.</summary>
public static class PercentileFlags
{
    /// <summary>The 90th percentile.</summary>
    public const double DefaultLimit = 0.9;

    /// <summary>The indicators at or above the limit in one row.</summary>
    /// <param name="result">A result whose indicators are normalised to percentile ranks.</param>
    /// <param name="row">The row.</param>
    /// <param name="limit">0 to 1.</param>
    /// <returns>Keys flagged, and keys without a value.</returns>
    /// <exception cref="DefinitionRefusedException">The indicators are not percentile ranks.</exception>
    public static (IReadOnlyList<string> Flagged, IReadOnlyList<string> Missing) Of(CompositeResult result, int row, double limit = DefaultLimit)
    {
        if (result.Definition.Normalise.Method != NormaliseMethod.PercentileRank)
        {
            throw new DefinitionRefusedException("normalise", result.Definition.Key, "Percentile flags need indicators normalised to percentile ranks.");
        }

        var levels = result.Indicators.Select(i => (Key: i, Value: result.Level(i)[row])).ToArray();
        return (
            [.. levels.Where(l => l.Value.HasValue && l.Value.Value >= limit).Select(l => l.Key)],
            [.. levels.Where(l => !l.Value.HasValue).Select(l => l.Key)]);
    }
}
