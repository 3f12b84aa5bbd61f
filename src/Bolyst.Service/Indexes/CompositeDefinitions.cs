using Bolyst.Service.Faults;
using Bolyst.Service.Messages;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;
using Bolyst.Statistics.Opphoping;

namespace Bolyst.Service.Indexes;

/// <summary>Composite definitions between the contract and Statistics. Defaults of the contract are filled in here and nowhere else.</summary>
internal static class CompositeDefinitions
{
    private static readonly CompositeDefinition[] Ready =
        [ReadyDefinitions.EnglishImd2019, ReadyDefinitions.ScottishSimd2016, ReadyDefinitions.KristiansandSchools];

    /// <summary>The definition that a checked query names or holds.</summary>
    public static CompositeDefinition Read(V1.CompositeQuery query) => query.RecipeCase == V1.CompositeQuery.RecipeOneofCase.Ready
        ? Array.Find(Ready, ready => string.Equals(ready.Key, query.Ready, StringComparison.Ordinal)) ?? throw Fault.NotFound(
            V1.ErrorReason.IndexDefinitionNotFound,
            $"There is no ready definition '{query.Ready}'. There are {string.Join(", ", Ready.Select(ready => ready.Key))}.",
            ("ready", query.Ready))
        : Read(query.Composite);

    public static Normalisation Read(V1.Normalisation message) => new(message.Method switch
    {
        V1.NormaliseMethod.Unspecified => NormaliseMethod.MinMax,
        V1.NormaliseMethod.None => NormaliseMethod.None,
        var method => (NormaliseMethod)method,
    })
    {
        Lower = message.Lower,
        Upper = message.HasUpper ? message.Upper : 100,
        Mean = message.Mean,
        StandardDeviation = Or(message.StandardDeviation, 1),
        Scale = Or(message.Scale, 100),
        Reference = message.HasReference ? message.Reference : null,
        Target = message.HasTarget ? message.Target : null,
        Cap = message.Cap,
        Ties = message.Ties.ToModel(),
        Quantile = Read(message.Quantile),
        RankOffset = message.HasRankOffset ? message.RankOffset : 1,
        Steepness = Or(message.Steepness, 23),
        ValuesAreRanks = message.ValuesAreRanks,
    };

    public static Aggregation Read(V1.Aggregation message) => new(
        message.Method == V1.AggregateMethod.Unspecified ? AggregateMethod.Arithmetic : (AggregateMethod)message.Method,
        Or(message.MinimumPresent, 1))
    {
        Power = Or(message.Power, 1),
        ProblemLimit = message.ProblemLimit,
        PenaltyAdds = message.PenaltyAdds,
    };

    public static QuantileRule Read(V1.QuantileRule rule) => rule == V1.QuantileRule.Unspecified ? QuantileRule.Ceiling : (QuantileRule)rule;

    public static V1.TreatTransform ToMessage(this TreatTransform transform) =>
        transform == TreatTransform.None ? V1.TreatTransform.None : (V1.TreatTransform)transform;

    private static CompositeDefinition Read(V1.CompositeDefinition message) => new(
        message.Key,
        message.Version == 0 ? 1 : message.Version,
        new RecipeLabel(message.Label?.Nb ?? "", message.Label?.Nn ?? "", message.Label?.En ?? ""),
        [.. message.Indicators.Select(Read)],
        [.. message.Groups.Select(Read)])
    {
        HighMeans = message.HighMeans == V1.ScoreMeaning.Unspecified ? ScoreMeaning.Worse : (ScoreMeaning)message.HighMeans,
        Impute = (ImputeMethod)message.Impute,
        Screen = message.Screen is { } screen ? new(screen.MinimumPresent, screen.MinimumNonZero) : null,
        Treat = message.Treat is { } treat ? Read(treat) : null,
        Normalise = message.Normalise is { } normalise ? Read(normalise) : new(),
        NormaliseOverAllPeriods = !message.NormaliseEachPeriod,
        Weights = message.Weights == V1.WeightRule.Unspecified ? WeightRule.Given : (WeightRule)message.Weights,
        Aggregate = message.Aggregate is { } aggregate ? Read(aggregate) : new(),
        Note = message.Note,
    };

    private static CompositeIndicator Read(V1.CompositeIndicator message) => new(
        message.Indicator, TextOrNull(message.Group), message.HasWeight ? message.Weight : 1, message.Direction, TextOrNull(message.Denominator))
    {
        Normalise = message.Normalise is { } own ? Read(own) : null,
    };

    private static CompositeGroup Read(V1.CompositeGroup message) => new(
        message.Key, TextOrNull(message.Parent), message.HasWeight ? message.Weight : 1)
    {
        Aggregate = message.Aggregate is { } aggregate ? Read(aggregate) : null,
        Renormalise = message.Renormalise is { } again ? Read(again) : null,
    };

    private static TreatRule Read(V1.TreatRule message) => new(
        Or(message.SkewnessLimit, 2),
        Or(message.KurtosisLimit, 3.5),
        message.HasMaximumWinsorised ? message.MaximumWinsorised : 5,
        message.Transform switch
        {
            V1.TreatTransform.Unspecified => TreatTransform.LogOfRange,
            V1.TreatTransform.None => TreatTransform.None,
            var transform => (TreatTransform)transform,
        },
        message.Lambda);

    private static double Or(double value, double zeroMeans) => value == 0 ? zeroMeans : value;

    private static string? TextOrNull(string text) => text.Length == 0 ? null : text;
}
