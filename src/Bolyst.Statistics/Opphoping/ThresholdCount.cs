namespace Bolyst.Statistics.Opphoping;

/// <summary>On how many indicators a zone is among the worst, or past a fixed limit.</summary>
public static class ThresholdCount
{
    /// <summary>Counts for every zone.</summary>
    /// <param name="recipe">Which criteria.</param>
    /// <param name="columns">The columns that the recipe names; all aligned by zone ordinal. The weight is not needed.</param>
    /// <exception cref="DefinitionRefusedException">A criterion is context only or about immigrant background, stands twice, has no clear worse end, or has not exactly one of share and limit.</exception>
    public static ThresholdCountResult Compute(ThresholdCountRecipe recipe, IReadOnlyCollection<IndicatorColumn> columns)
    {
        RecipeColumns.RequireDistinct(recipe.Criteria.Select(c => c.Indicator), "criteria");
        var given = new RecipeColumns(columns);
        CriterionResult[] criteria = [.. recipe.Criteria.Select(c => Flag(c, given.Scored(c.Indicator, "criteria")))];
        var counts = new Measured[given.Zones];
        var atLeast = new int[given.Zones];
        var atMost = new int[given.Zones];
        for (var zone = 0; zone < given.Zones; zone++)
        {
            List<Reason>? missing = null;
            foreach (var criterion in criteria)
            {
                if (criterion.Values[zone].Reason is { } reason)
                {
                    (missing ??= []).Add(reason);
                }
                else if (criterion.Past(zone) == true)
                {
                    atLeast[zone]++;
                }
            }

            atMost[zone] = atLeast[zone] + (missing?.Count ?? 0);
            counts[zone] = missing is null ? atLeast[zone] : Measured.None(Reason.Combine(missing));
        }

        return new(recipe, counts, atLeast, atMost, criteria);
    }

    private static CriterionResult Flag(Criterion criterion, IndicatorColumn column)
    {
        var worse = criterion.Worse ?? column.Polarity switch
        {
            Polarity.HigherIsWorse => WorseEnd.High,
            Polarity.HigherIsBetter => WorseEnd.Low,
            _ => throw new DefinitionRefusedException(
                "criteria", criterion.Indicator, $"Indicator '{criterion.Indicator}' is neutral. Say which end is worse: high or low."),
        };
        Measured[] values = [.. Enumerable.Range(0, column.Count).Select(zone => column[zone])];
        return (criterion.WorstShare, criterion.Limit) switch
        {
            ({ } share, null) when share is > 0 and < 1 => new(criterion, worse, values, CutOff(criterion, values, share, worse)),
            (null, { } limit) when double.IsFinite(limit) => new(criterion, worse, values, limit),
            _ => throw new DefinitionRefusedException(
                "criteria",
                criterion.Indicator,
                $"Criterion '{criterion.Indicator}' needs either a worst share above 0 and below 1, or a finite limit, and not both."),
        };
    }

    /// <summary>The value of the last zone among the worst floor(q n); every zone with that value is among them.</summary>
    private static Measured CutOff(Criterion criterion, Measured[] values, double share, WorseEnd worse)
    {
        double[] present = [.. values.Where(v => v.HasValue).Select(v => v.Value).Order()];

        // A share such as 0.1 of 30 zones is 3, not 2.9999999999999996.
        var worst = (int)Math.Floor((share * present.Length) + 1e-9);
        if (worst == 0)
        {
            return Measured.None(
                ReasonCode.TooFew, criterion.Indicator, $"{criterion.Indicator} has too few zones with a value for a worst share that small");
        }

        return present[0] == present[^1]
            ? Measured.None(ReasonCode.NoVariation, criterion.Indicator, $"{criterion.Indicator} is the same in all zones, so none is among the worst")
            : worse == WorseEnd.High ? present[^worst] : present[worst - 1];
    }
}
