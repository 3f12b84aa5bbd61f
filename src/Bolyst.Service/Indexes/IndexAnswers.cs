using Bolyst.Service.Messages;
using Bolyst.Statistics;
using Bolyst.Statistics.Opphoping;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Indexes;

/// <summary>Writes computed indexes as the contract has them, column by column.</summary>
internal static class IndexAnswers
{
    public static V1.GetOpphopingsindeksResponse Write(IndexRun run, bool withColumns)
    {
        var response = new V1.GetOpphopingsindeksResponse
        {
            Codes = { run.Axis.Codes },
            Names = { run.Axis.Names },
            Definition = run.Recipe.ToMessage(),
            RankRule = run.RankRule.ToMessage(),
            Inputs = { run.Inputs },
            Reference = run.Reference,
            DatasetVersion = run.Dataset.Version,
        };
        if (withColumns)
        {
            response.Columns.AddRange(run.InputColumns);
        }

        var raw = run.Recipe is ProductRecipe product ? Fill(response, run.Compute(product)) : Fill(response, run.Compute((ThresholdCountRecipe)run.Recipe));
        response.Raw.AddRange(raw.ToNumbers());
        response.Ranks.AddRange(run.RankRule.Rank(raw).ToNumbers());
        response.Missing.AddRange(Missing(raw, run.Axis));
        return response;
    }

    /// <summary>Why zones have no score.</summary>
    public static IEnumerable<V1.MissingScore> Missing(IReadOnlyList<Measured> scores, ZoneAxis axis) => scores
        .Select((score, zone) => (score.Reason, zone))
        .Where(missing => missing.Reason is not null)
        .Select(missing => new V1.MissingScore { Position = missing.zone, Code = axis.Codes[missing.zone], Reason = missing.Reason!.ToMessage() });

    /// <summary>Intervals of a product; null for a threshold count, which has none.</summary>
    public static V1.ProductIntervals? Intervals(IndexRun run, int replicates, ulong seed, double level, CancellationToken cancellation)
    {
        if (run.Recipe is not ProductRecipe product)
        {
            return null;
        }

        var sure = run.Simulate(product, replicates, seed, level, cancellation);
        return new()
        {
            RawLower = { sure.Raw.Select(interval => interval?.Lower ?? double.NaN) },
            RawUpper = { sure.Raw.Select(interval => interval?.Upper ?? double.NaN) },
            RelativeLower = { sure.Relative.Select(interval => interval?.Lower ?? double.NaN) },
            RelativeUpper = { sure.Relative.Select(interval => interval?.Upper ?? double.NaN) },
            HeldFixed = { sure.HeldFixed },
            Replicates = replicates,
            Seed = seed,
            ConfidenceLevel = level,
        };
    }

    private static IReadOnlyList<Measured> Fill(V1.GetOpphopingsindeksResponse response, ProductResult result)
    {
        response.RatioToReference.AddRange(result.RatioToReference.ToNumbers());
        response.WeightedShare.AddRange(result.Share.ToNumbers());
        response.RelativeIndex.AddRange(result.Relative.ToNumbers());
        response.ReferenceReason = result.Raw.Zip(result.RatioToReference)
            .FirstOrDefault(pair => pair.First.HasValue && !pair.Second.HasValue).Second.Reason?.ToMessage();
        return result.Raw;
    }

    private static IReadOnlyList<Measured> Fill(V1.GetOpphopingsindeksResponse response, ThresholdCountResult result)
    {
        response.AtLeast.AddRange(result.AtLeast);
        response.AtMost.AddRange(result.AtMost);
        return result.Counts;
    }
}
