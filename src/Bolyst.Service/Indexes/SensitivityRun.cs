using System.Globalization;
using Bolyst.Service.Messages;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Uncertainty.Simulation;

namespace Bolyst.Service.Indexes;

/// <summary>Says how sure the ranks of a composite index are.</summary>
internal static class SensitivityRun
{
    private const int DefaultReplicates = 500;
    private const int MaxSobolRows = 1_000;
    private const int MaxChoices = 10;

    /// <summary>The design of a request, with what is wrong with it noted.</summary>
    public static SensitivityDesign Read(V1.AnalyzeSensitivityRequest request, ServiceLimits limits, FieldChecks checks)
    {
        checks.Between(request.Replicates, 10, limits.MaxReplicates, "replicates");
        checks.Between(request.SobolRows, 16, MaxSobolRows, "sobol_rows");
        checks.Count(request.Normalisations.Count, 0, MaxChoices, "normalisations");
        checks.Count(request.Aggregations.Count, 0, MaxChoices, "aggregations");
        for (var i = 0; i < request.Normalisations.Count; i++)
        {
            CompositeChecks.Check(request.Normalisations[i], checks, string.Create(CultureInfo.InvariantCulture, $"normalisations[{i}]"));
        }

        for (var i = 0; i < request.Aggregations.Count; i++)
        {
            CompositeChecks.Check(request.Aggregations[i], checks, string.Create(CultureInfo.InvariantCulture, $"aggregations[{i}]"));
        }

        if (request.WeightNoise is not (>= 0 and <= 1))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, "weight_noise", "must be 0 to 1.");
        }

        return new()
        {
            SampleValues = request.SampleValues,
            Normalisations = [.. request.Normalisations.Select(CompositeDefinitions.Read)],
            Aggregations = [.. request.Aggregations.Select(CompositeDefinitions.Read)],
            WeightNoise = request.WeightNoise,
            Replicates = request.Replicates == 0 ? DefaultReplicates : request.Replicates,
            Seed = request.Seed == 0 ? 1 : request.Seed,
            Level = checks.ConfidenceLevel(request.ConfidenceLevel),
        };
    }

    public static V1.AnalyzeSensitivityResponse Write(
        CompositeRun run, V1.AnalyzeSensitivityRequest request, SensitivityDesign design, CancellationToken cancellation)
    {
        var ranks = RankSimulation.Run(run.Definition, run.Data, design, cancellation: cancellation);
        var response = new V1.AnalyzeSensitivityResponse
        {
            Codes = { run.Axis.Codes },
            Names = { run.Axis.Names },
            Periods = { run.Periods },
            NominalRanks = { Numbers(ranks, rank => rank.Nominal) },
            MedianRanks = { Numbers(ranks, rank => rank.Median) },
            LowerRanks = { Numbers(ranks, rank => rank.Lower) },
            UpperRanks = { Numbers(ranks, rank => rank.Upper) },
            LowerDeciles = { Numbers(ranks, rank => rank.LowerDecile) },
            UpperDeciles = { Numbers(ranks, rank => rank.UpperDecile) },
            ShareInFirstDecile = { Numbers(ranks, rank => rank.ShareInFirstDecile) },
            Missing = { CompositeAnswers.Missing([.. ranks.Select(rank => rank.Median)], run) },
            Replicates = design.Replicates,
            Seed = design.Seed,
            ConfidenceLevel = design.Level,
            HeldFixed = { RankSimulation.HeldFixed(run.Definition, run.Data, design) },
            DatasetVersion = run.Dataset.Version,
        };
        if (request.SobolRows > 0)
        {
            var sources = SensitivityAnalysis.OfRanks(run.Definition, run.Data, design with { Replicates = request.SobolRows }, cancellation);
            response.Sources.AddRange(sources.Select(source => new V1.DoubtSource
            {
                Source = source.Input,
                FirstOrder = source.First.ToMessage(),
                FirstOrderInterval = source.FirstInterval?.ToMessage(),
                Total = source.Total.ToMessage(),
                TotalInterval = source.TotalInterval?.ToMessage(),
            }));
        }

        if (request.LeaveOneOut)
        {
            response.LeftOut.AddRange(LeaveOneOut.Indicators(run.Definition, run.Data).Select(left => new V1.LeftOutIndicator
            {
                Indicator = left.Key,
                MeanShift = left.MeanShift.ToMessage(),
                LargestShift = left.LargestShift.ToMessage(),
            }));
        }

        return response;
    }

    private static IEnumerable<double> Numbers(IReadOnlyList<RankUncertainty> ranks, Func<RankUncertainty, Measured> of) =>
        ranks.Select(rank => of(rank).OrNull ?? double.NaN);
}
