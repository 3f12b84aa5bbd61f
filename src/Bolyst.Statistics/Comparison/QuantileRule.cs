namespace Bolyst.Statistics.Comparison;

/// <summary>How a rank becomes a quantile class; publishers differ at the edges.</summary>
public enum QuantileRule
{
    /// <summary>ceil(classes · rank / n): the English IMD, and the default here.</summary>
    Ceiling = 1,

    /// <summary>floor((rank − 1) · classes / n) + 1: Hmisc::cut2 and most quantile cuts.</summary>
    Floor = 2,
}

/// <summary>Deciles, quintiles and other equal-count classes from ranks.</summary>
public static class QuantileClass
{
    /// <summary>The class of a rank, from 1 (the first ranks) to <paramref name="classes"/>.</summary>
    /// <param name="rank">From 1 to <paramref name="count"/>; may be a mean of tied ranks.</param>
    /// <param name="count">The number of values ranked.</param>
    /// <param name="classes">10 for deciles, 5 for quintiles.</param>
    /// <param name="rule">What happens at the edges.</param>
    public static int Of(double rank, int count, int classes, QuantileRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, count);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);

        // rank · classes is exact for whole and half ranks; the quotient is compared through it so that an edge never slips by rounding.
        return rule switch
        {
            QuantileRule.Ceiling => (int)Math.Ceiling(rank * classes / count),
            QuantileRule.Floor => (int)Math.Floor((rank - 1) * classes / count) + 1,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown quantile rule."),
        };
    }
}
