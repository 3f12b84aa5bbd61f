using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Statistics;
using Bolyst.Statistics.Composite;

namespace Bolyst.Service.Indexes;

/// <summary>Writes composite indexes as the contract has them.</summary>
internal static class CompositeAnswers
{
    public static V1.ComputeIndexResponse Write(CompositeRun run, V1.ComputeIndexRequest request)
    {
        var rule = RankRule.Read(request.RankRule);
        var result = CompositeIndex.Compute(run.Definition, run.Data);
        var response = new V1.ComputeIndexResponse
        {
            Codes = { run.Axis.Codes },
            Names = { run.Axis.Names },
            Periods = { run.Periods },
            Scores = { result.Scores.ToNumbers() },
            Ranks = { result.Rank(rule.Direction, rule.Ties).ToNumbers() },
            Availability = { Enumerable.Range(0, run.Data.Rows).Select(result.Availability) },
            Missing = { Missing(result.Scores, run) },
            Indicators = { result.Indicators.Select(key => Part(result, run, key, request.IncludeLevels)) },
            Note = run.Definition.Note,
            RankRule = rule.ToMessage(),
            DatasetVersion = run.Dataset.Version,
        };
        if (request.Classes > 0)
        {
            response.Classes.AddRange(
                result.Classes(request.Classes, rule.Direction, rule.Ties, CompositeDefinitions.Read(request.QuantileRule)).ToNumbers());
        }

        if (request.IncludeLevels)
        {
            response.Levels.AddRange(run.Definition.Groups.Select(group => new V1.CompositeLevel
            {
                Key = group.Key,
                Weight = result.Weights.GetValueOrDefault(group.Key, 1),
                Scores = { result.Level(group.Key).ToNumbers() },
            }));
        }

        foreach (var zone in request.Explain.Select(code => Dataset.OrdinalOf(run.Axis, code)))
        {
            response.Explanations.AddRange(Enumerable.Range(0, run.Data.Periods).Select(period => Explain(result, run, zone, period)));
        }

        return response;
    }

    /// <summary>Why cells have no number.</summary>
    public static IEnumerable<V1.MissingScore> Missing(IReadOnlyList<Measured> cells, CompositeRun run) => cells
        .Select((cell, position) => (cell.Reason, position))
        .Where(missing => missing.Reason is not null)
        .Select(missing => new V1.MissingScore
        {
            Position = missing.position,
            Code = run.Axis.Codes[missing.position % run.Axis.Count],
            Reason = missing.Reason!.ToMessage(),
        });

    private static V1.CompositePart Part(CompositeResult result, CompositeRun run, string key, bool withValues)
    {
        var treatment = result.Treatments.FirstOrDefault(t => string.Equals(t.Indicator, key, StringComparison.Ordinal));
        var part = new V1.CompositePart
        {
            Selection = run.Selections[key],
            Weight = result.Weights[key],
            EffectiveWeight = result.EffectiveWeights[key],
            Winsorised = treatment?.Winsorised ?? 0,
            Transform = (treatment?.Transform ?? TreatTransform.None).ToMessage(),
        };
        part.Normalised.AddRange(withValues ? result.Level(key).ToNumbers() : []);
        return part;
    }

    private static V1.CompositeExplanation Explain(CompositeResult result, CompositeRun run, int zone, int period)
    {
        var row = (period * run.Data.Zones) + zone;
        return new()
        {
            Code = run.Axis.Codes[zone],
            Period = run.Periods.Count > 0 ? run.Periods[period] : "",
            Score = result.Scores[row].ToMessage(),
            Contributions =
            {
                result.Explain(row).Select(part => new V1.CompositeContribution
                {
                    Indicator = part.Indicator,
                    Value = part.Value.ToMessage(),
                    Imputed = part.Imputed,
                    Normalised = part.Normalised.ToMessage(),
                    Weight = part.Weight,
                    Contribution = part.Contribution.ToMessage(),
                }),
            },
        };
    }
}
