namespace Bolyst.Statistics.Opphoping;

/// <summary>What the product index of one zone is made of.</summary>
/// <param name="Raw">See <see cref="ProductResult.Raw"/>.</param>
/// <param name="RatioToReference">See <see cref="ProductResult.RatioToReference"/>.</param>
/// <param name="Share">See <see cref="ProductResult.Share"/>.</param>
/// <param name="Relative">See <see cref="ProductResult.Relative"/>.</param>
/// <param name="Factors">One entry for each factor, in the recipe's order.</param>
public sealed record ProductExplanation(
    Measured Raw, Measured RatioToReference, Measured Share, Measured Relative, IReadOnlyList<FactorExplanation> Factors)
{
    internal static ProductExplanation Of(ProductResult result, int zone, Measured[] values, Measured[] references)
    {
        var logRatios = new Measured[values.Length];
        var ratios = new Measured[values.Length];
        var total = default(Sum);
        Reason? noTotal = null;
        for (var f = 0; f < values.Length; f++)
        {
            ratios[f] = ProductIndex.FactorRatio(values[f], references[f]);
            logRatios[f] = LogOf(ratios[f], result.Recipe.Factors[f].Indicator);
            noTotal ??= logRatios[f].Reason;
            total.Add(logRatios[f].OrNull ?? 0);
        }

        if (Math.Abs(total.Value) < 1e-12)
        {
            noTotal ??= new(ReasonCode.ZeroTotal, "index", "the index is as the reference, so its deviation has no parts");
        }

        FactorExplanation[] factors = [.. result.Recipe.Factors.Select((factor, f) => new FactorExplanation(
            factor,
            values[f],
            references[f],
            ratios[f],
            logRatios[f],
            noTotal is null ? logRatios[f].Value / total.Value : Measured.None(noTotal)))];
        return new(result.Raw[zone], result.RatioToReference[zone], result.Share[zone], result.Relative[zone], factors);
    }

    private static Measured LogOf(Measured ratio, string indicator) => ratio switch
    {
        { HasValue: false } => ratio,
        { Value: 0 } => Measured.None(ReasonCode.OutsideDomain, indicator, $"{indicator} is zero and makes the product zero"),
        _ => Math.Log(ratio.Value),
    };
}

/// <summary>One factor of the index of one zone.</summary>
/// <param name="Factor">The factor in the recipe.</param>
/// <param name="Value">Its value as it enters the product (read and scaled), or what is missing and why.</param>
/// <param name="Reference">The same for the reference area.</param>
/// <param name="Ratio">Value over reference; 1 is as the reference.</param>
/// <param name="LogRatio">The natural logarithm of the ratio: the logarithms add up to that of the whole index.</param>
/// <param name="LogShare">
/// The factor's part of the zone's deviation from the reference: its log ratio over the sum. The parts sum to 1; a part is negative
/// when the factor pulls the other way. Missing when a factor is zero or missing, or when the zone is as the reference.
/// </param>
public sealed record FactorExplanation(
    Factor Factor, Measured Value, Measured Reference, Measured Ratio, Measured LogRatio, Measured LogShare)
{
    /// <summary>Whether this factor is exactly zero and so makes the product zero.</summary>
    public bool IsZero => Value is { HasValue: true, Value: 0 };
}
