namespace Bolyst.Statistics.Composite;

/// <summary>Step 6: the weights of the parts of one group, summing to 1.</summary>
internal static class GroupWeights
{
    public static double[] Of(WeightRule rule, string group, IReadOnlyList<WorkColumn> parts, double[] given)
    {
        var weights = rule switch
        {
            WeightRule.Given => given,
            WeightRule.Equal => [.. given.Select(_ => 1.0)],
            _ when parts.Count < 3 => given,
            WeightRule.FirstPrincipalComponent => PrincipalComponent.Weights(group, parts),
            WeightRule.TargetCorrelations => TargetCorrelations.Weights(group, parts, given),
            _ => throw new DefinitionRefusedException("weights", group, $"Unknown rule for weights {rule}."),
        };
        var total = weights.Sum();
        return [.. weights.Select(w => w / total)];
    }

    /// <summary>The rows where every part is present.</summary>
    internal static double[][] CompleteRows(string group, IReadOnlyList<WorkColumn> parts)
    {
        int[] rows = [.. Enumerable.Range(0, parts[0].Numbers.Length).Where(r => parts.All(p => !double.IsNaN(p.Numbers[r])))];
        return rows.Length > parts.Count
            ? [.. parts.Select(p => rows.Select(r => p.Numbers[r]).ToArray())]
            : throw new DefinitionRefusedException(
                "weights", group, $"Group '{group}' has {rows.Length} complete zones, too few to find weights for {parts.Count} parts from.");
    }
}
