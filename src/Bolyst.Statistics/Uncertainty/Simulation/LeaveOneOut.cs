using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;

namespace Bolyst.Statistics.Uncertainty.Simulation;

/// <summary>What each indicator, or each group, does to the ranks: the index without it.</summary>
public static class LeaveOneOut
{
    /// <summary>Leaves out each indicator in turn.</summary>
    public static IReadOnlyList<LeftOut> Indicators(CompositeDefinition definition, CompositeData data) =>
        Run(definition, data, [.. definition.Indicators.Select(i => i.Indicator)], (d, key) => d with
        {
            Indicators = [.. d.Indicators.Where(i => !string.Equals(i.Indicator, key, StringComparison.Ordinal))],
        });

    /// <summary>Leaves out each group directly below the index in turn, with all that belongs to it.</summary>
    public static IReadOnlyList<LeftOut> Groups(CompositeDefinition definition, CompositeData data)
    {
        var root = new CompositeTree(definition).Root;
        return Run(definition, data, [.. definition.Groups.Where(g => g.Parent == root).Select(g => g.Key)], Without);
    }

    private static CompositeDefinition Without(CompositeDefinition definition, string group)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal) { group };
        while (definition.Groups.FirstOrDefault(g => g.Parent is not null && gone.Contains(g.Parent) && !gone.Contains(g.Key)) is { } child)
        {
            gone.Add(child.Key);
        }

        return definition with
        {
            Groups = [.. definition.Groups.Where(g => !gone.Contains(g.Key))],
            Indicators = [.. definition.Indicators.Where(i => i.Group is null || !gone.Contains(i.Group))],
        };
    }

    private static IReadOnlyList<LeftOut> Run(
        CompositeDefinition definition, CompositeData data, IReadOnlyList<string> keys, Func<CompositeDefinition, string, CompositeDefinition> without)
    {
        var nominal = RankSimulation.RankRows(CompositeIndex.ScoresOf(definition, data, new()), data.Zones, RankDirection.HighestFirst);
        return [.. keys.Select(key =>
        {
            try
            {
                var ranks = RankSimulation.RankRows(CompositeIndex.ScoresOf(Prune(without(definition, key)), data, new()), data.Zones, RankDirection.HighestFirst);
                return Compare(key, nominal, ranks);
            }
            catch (DefinitionRefusedException refused)
            {
                var none = Measured.None(ReasonCode.TooFew, key, $"without {key} there is no index: {refused.Message}");
                return new LeftOut(key, none, none, 0);
            }
        })];
    }

    /// <summary>A group that lost its last part goes too.</summary>
    private static CompositeDefinition Prune(CompositeDefinition definition)
    {
        while (definition.Groups.FirstOrDefault(g => g.Parent is not null
            && definition.Indicators.All(i => i.Group != g.Key) && definition.Groups.All(c => c.Parent != g.Key)) is { } empty)
        {
            definition = definition with { Groups = [.. definition.Groups.Where(g => g != empty)] };
        }

        return definition;
    }

    private static LeftOut Compare(string key, float[] nominal, float[] ranks)
    {
        var (sum, most, count) = (default(Sum), 0.0, 0);
        for (var row = 0; row < ranks.Length; row++)
        {
            var shift = Math.Abs((double)ranks[row] - nominal[row]);
            if (!double.IsNaN(shift))
            {
                sum.Add(shift);
                most = Math.Max(most, shift);
                count++;
            }
        }

        return count == 0
            ? new(key, Measured.None(ReasonCode.TooFew, key, "no zone has a rank both with and without it"), Measured.None(ReasonCode.TooFew, key, "no zone has a rank both with and without it"), 0)
            : new(key, sum.Value / count, most, count);
    }
}

/// <summary>What the ranks do without one indicator or group.</summary>
/// <param name="Key">What was left out.</param>
/// <param name="MeanShift">The mean of the absolute changes of rank.</param>
/// <param name="LargestShift">The largest change of rank.</param>
/// <param name="Zones">How many rows have a rank both with and without it.</param>
public sealed record LeftOut(string Key, Measured MeanShift, Measured LargestShift, int Zones);
