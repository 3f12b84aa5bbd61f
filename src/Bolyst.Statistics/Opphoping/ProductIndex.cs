namespace Bolyst.Statistics.Opphoping;

/// <summary>
/// The opphopingsindeks as a product of factors: high where the problems meet. With OI the product and N the weight (population):
/// share w_k = OI_k N_k / Σ OI N, and relative index = w_k / (N_k / Σ N), whose population-weighted mean is 1.
/// </summary>
public static class ProductIndex
{
    /// <summary>Computes the index of every zone.</summary>
    /// <param name="recipe">Which factors, read how.</param>
    /// <param name="columns">
    /// The columns that the recipe names, with the weight; all aligned by zone ordinal. Without the weight, shares and relative indices are missing.
    /// </param>
    /// <param name="reference">The area to take ratios to; null leaves the ratios out, with that reason.</param>
    /// <exception cref="DefinitionRefusedException">A factor is context only or about immigrant background, stands twice, is missing or unreadable.</exception>
    public static ProductResult Compute(ProductRecipe recipe, IReadOnlyCollection<IndicatorColumn> columns, ReferenceArea? reference = null)
    {
        RecipeColumns.RequireDistinct(recipe.Factors.Select(f => f.Indicator), "factors");
        var given = new RecipeColumns(columns);
        var weight = given.Find(recipe.WeightIndicator);
        FactorValue[] factors = [.. recipe.Factors.Select(f => new FactorValue(f, given))];

        var values = new Measured[factors.Length][];
        for (var f = 0; f < factors.Length; f++)
        {
            values[f] = new Measured[given.Zones];
            for (var zone = 0; zone < given.Zones; zone++)
            {
                values[f][zone] = factors[f].InZone(zone);
            }
        }

        Measured[] references = [.. factors.Select(f => f.InReference(reference))];
        var raw = new Measured[given.Zones];
        var ratio = new Measured[given.Zones];
        for (var zone = 0; zone < given.Zones; zone++)
        {
            raw[zone] = Multiply(values, zone);
            ratio[zone] = raw[zone].HasValue ? Ratio(values, references, zone) : raw[zone];
        }

        var (share, relative) = weight is null ? WeightedShares.Without(raw, recipe.WeightIndicator) : WeightedShares.Of(raw, weight);
        return new(recipe, reference, raw, ratio, share, relative, values, references);
    }

    private static Measured Multiply(Measured[][] values, int zone)
    {
        List<Reason>? missing = null;
        var product = 1.0;
        foreach (var factor in values)
        {
            if (factor[zone].Reason is { } reason)
            {
                (missing ??= []).Add(reason);
            }
            else
            {
                product *= factor[zone].Value;
            }
        }

        return missing is null ? product : Measured.None(Reason.Combine(missing));
    }

    /// <summary>The product of ratios, not the ratio of products: each factor is first compared with its own reference.</summary>
    private static Measured Ratio(Measured[][] values, Measured[] references, int zone)
    {
        var product = 1.0;
        for (var f = 0; f < references.Length; f++)
        {
            var ratio = FactorRatio(values[f][zone], references[f]);
            if (!ratio.HasValue)
            {
                return ratio;
            }

            product *= ratio.Value;
        }

        return product;
    }

    internal static Measured FactorRatio(Measured value, Measured reference)
    {
        if (!value.HasValue || !reference.HasValue)
        {
            return value.HasValue ? reference : value;
        }

        return reference.Value == 0
            ? Measured.None(ReasonCode.ZeroDenominator, "reference", "the reference value is zero")
            : value.Value / reference.Value;
    }
}
