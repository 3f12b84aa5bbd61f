using Bolyst.Service.Messages;
using Bolyst.Statistics;
using Bolyst.Statistics.Opphoping;

namespace Bolyst.Service.Indexes;

/// <summary>Writes what one zone's index is made of.</summary>
internal static class Explanations
{
    /// <summary>Factors and criteria have no intervals of their own here; the values carry theirs at the customary level.</summary>
    private const double Level = 0.95;

    public static V1.ExplainIndexResponse Write(IndexRun run, int zone)
    {
        var response = new V1.ExplainIndexResponse
        {
            Zone = new() { Ref = new() { ZoneSet = run.Axis.ZoneSet, Code = run.Axis.Codes[zone] }, Name = run.Axis.Names[zone] },
            Definition = run.Recipe.ToMessage(),
            RankRule = run.RankRule.ToMessage(),
            Reference = run.Reference,
            DatasetVersion = run.Dataset.Version,
        };
        var scores = run.Recipe is ProductRecipe product
            ? Explain(response, run, run.Compute(product), zone)
            : Explain(response, run, run.Compute((ThresholdCountRecipe)run.Recipe), zone);
        response.Raw = scores[zone].ToMessage();
        response.Rank = run.RankRule.Rank(scores)[zone].ToMessage();
        response.RankedZones = scores.Count(score => score.HasValue);
        return response;
    }

    private static IReadOnlyList<Measured> Explain(V1.ExplainIndexResponse response, IndexRun run, ProductResult result, int zone)
    {
        var explanation = result.Explain(zone);
        response.RatioToReference = explanation.RatioToReference.ToMessage();
        response.WeightedShare = explanation.Share.ToMessage();
        response.RelativeIndex = explanation.Relative.ToMessage();
        response.Factors.AddRange(explanation.Factors.Select(factor => new V1.FactorExplanation
        {
            Factor = factor.Factor.ToMessage(),
            Selection = run.ColumnOf(factor.Factor.Indicator).Selection,
            Input = run.ColumnOf(factor.Factor.Indicator).ValueOf(zone, Level),
            Per = factor.Factor.Denominator is { } key ? run.ColumnOf(key).ValueOf(zone, Level) : null,
            Value = factor.Value.ToMessage(),
            Reference = factor.Reference.ToMessage(),
            Ratio = factor.Ratio.ToMessage(),
            LogRatio = factor.LogRatio.ToMessage(),
            Contribution = factor.LogShare.ToMessage(),
        }));
        return result.Raw;
    }

    private static IReadOnlyList<Measured> Explain(V1.ExplainIndexResponse response, IndexRun run, ThresholdCountResult result, int zone)
    {
        response.Criteria.AddRange(result.Explain(zone).Select(criterion => new V1.CriterionExplanation
        {
            Criterion = criterion.Criterion.ToMessage(),
            Selection = run.ColumnOf(criterion.Criterion.Indicator).Selection,
            Input = run.ColumnOf(criterion.Criterion.Indicator).ValueOf(zone, Level),
            Limit = criterion.CutOff.ToMessage(),
            WorseEnd = ((WorseEnd?)criterion.Worse).ToMessage(),
            Outcome = criterion.Past switch
            {
                true => V1.CriterionOutcome.Met,
                false => V1.CriterionOutcome.NotMet,
                null => V1.CriterionOutcome.Unknown,
            },
        }));
        return result.Counts;
    }
}
