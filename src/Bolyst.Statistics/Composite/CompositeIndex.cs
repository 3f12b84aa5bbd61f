namespace Bolyst.Statistics.Composite;

/// <summary>Computes a composite index by its definition, step by step.</summary>
public static class CompositeIndex
{
    /// <summary>Computes the index of every row (zone in a period).</summary>
    /// <exception cref="DefinitionRefusedException">The definition cannot be computed; the exception names step and subject.</exception>
    public static CompositeResult Compute(CompositeDefinition definition, CompositeData data) => Compute(definition, data, scratch: null);

    /// <summary>The index alone, NaN for missing: for those who compute it a thousand times.</summary>
    /// <param name="definition">The index.</param>
    /// <param name="data">The data.</param>
    /// <param name="scratch">The arrays of the thread.</param>
    internal static double[] ScoresOf(CompositeDefinition definition, CompositeData data, Scratch scratch) =>
        ((MeasuredColumn)Compute(definition, data, scratch).Scores).Numbers.ToArray();

    private static CompositeResult Compute(CompositeDefinition definition, CompositeData data, Scratch? scratch)
    {
        var tree = new CompositeTree(definition);
        int[] directions = [.. definition.Indicators.Select(i => data.DirectionOf(i, definition.HighMeans))];
        WorkColumn[] indicators = [.. definition.Indicators.Select(i => Denominate.Apply(i, data, scratch))];
        Impute.Apply(definition.Impute, indicators, data);
        Reason?[] leftOut = definition.Screen is { } screen ? Screen.Apply(screen, indicators, data.Rows) : [];
        Treatment[] treatments = definition.Treat is { } rule ? [.. indicators.Select(i => Treat.Apply(rule, i))] : [];
        for (var i = 0; i < indicators.Length; i++)
        {
            var spec = definition.Indicators[i];
            var total = spec.Denominator is null ? CompositeData.TotalOf(data.Find(spec.Indicator, "indicators")) : null;
            NormaliseColumn(spec.Normalise ?? definition.Normalise, indicators[i], directions[i], total, definition, data);
        }

        var columns = indicators.ToDictionary(i => i.Key, StringComparer.Ordinal);
        foreach (var column in indicators)
        {
            LeaveOut(leftOut, column);
        }

        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var node in tree.Groups)
        {
            WorkColumn[] parts = [.. node.Parts.Select(p => columns[p.Key])];
            var partWeights = GroupWeights.Of(definition.Weights, node.Group.Key, parts, [.. node.Parts.Select(p => p.Weight)]);
            for (var i = 0; i < parts.Length; i++)
            {
                weights[parts[i].Key] = partWeights[i];
            }

            var whole = Aggregate.Apply(node.Group.Aggregate ?? definition.Aggregate, node.Group.Key, parts, partWeights, data.Periods);
            if (node.Group.Renormalise is { } again)
            {
                NormaliseColumn(again, whole, 1, null, definition, data);
            }

            columns[whole.Key] = whole;
        }

        return new(definition, data, tree, columns, weights, treatments, [.. indicators.Select(i => i.Key)]);
    }

    private static void NormaliseColumn(
        Normalisation how, WorkColumn column, int direction, double? total, CompositeDefinition definition, CompositeData data)
    {
        var together = definition.NormaliseOverAllPeriods ? data.Rows : data.Zones;
        for (var from = 0; from < data.Rows; from += together)
        {
            Normalise.Apply(how, column, from, together, direction, total);
        }
    }

    private static void LeaveOut(Reason?[] leftOut, WorkColumn column)
    {
        for (var row = 0; row < leftOut.Length; row++)
        {
            if (leftOut[row] is { } reason)
            {
                column.Lose(row, reason);
            }
        }
    }
}
