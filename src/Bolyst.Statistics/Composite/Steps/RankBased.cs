using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Composite;

/// <summary>The normalisations that look at ranks alone.</summary>
internal static class RankBased
{
    public static void Apply(Normalisation how, Span<double> numbers, int direction, int present)
    {
        // Rank 1 is the lowest score, except for the exponential, where publishers give rank 1 to the most deprived.
        var rankOfHigh = how.Method == NormaliseMethod.Exponential ? RankDirection.HighestFirst : RankDirection.LowestFirst;
        var ranks = numbers.ToArray();
        if (how.ValuesAreRanks)
        {
            TurnRanks(ranks, rankOfHigh == RankDirection.HighestFirst ? -direction : direction, present);
        }
        else
        {
            var turned = direction > 0 ? rankOfHigh : Opposite(rankOfHigh);
            Ranking.Rank(numbers, ranks, turned, how.Ties);
        }

        var floor = 1 - Math.Exp(-100 / how.Steepness);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = how.Method switch
            {
                _ when double.IsNaN(ranks[i]) => double.NaN,
                NormaliseMethod.Rank => ranks[i],
                NormaliseMethod.Borda => ranks[i] - 1,
                NormaliseMethod.PercentileRank => (ranks[i] - 1) / (present - 1),
                NormaliseMethod.DecileScore => QuantileClass.Of(ranks[i], present, 10, how.Quantile),
                NormaliseMethod.Exponential => -how.Steepness * Math.Log(1 - ((present - ranks[i] + how.RankOffset) / present * floor)),
                _ => throw new DefinitionRefusedException("normalise", how.Method.ToString(), $"Unknown normalisation {how.Method}."),
            };
        }
    }

    private static RankDirection Opposite(RankDirection direction) =>
        direction == RankDirection.HighestFirst ? RankDirection.LowestFirst : RankDirection.HighestFirst;

    private static void TurnRanks(double[] ranks, int direction, int present)
    {
        foreach (ref var rank in ranks.AsSpan())
        {
            rank = direction > 0 ? rank : present + 1 - rank;
        }
    }
}
