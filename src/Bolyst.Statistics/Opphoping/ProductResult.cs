namespace Bolyst.Statistics.Opphoping;

/// <summary>The product index of every zone, by zone ordinal, with all that is needed to recompute it.</summary>
public sealed class ProductResult
{
    private readonly Measured[][] factors;
    private readonly Measured[] references;

    internal ProductResult(
        ProductRecipe recipe,
        ReferenceArea? reference,
        Measured[] raw,
        Measured[] ratio,
        Measured[] share,
        Measured[] relative,
        Measured[][] factors,
        Measured[] references)
    {
        (Recipe, Reference, Raw, RatioToReference, Share, Relative) = (recipe, reference, raw, ratio, share, relative);
        (this.factors, this.references) = (factors, references);
    }

    /// <summary>The recipe that made it.</summary>
    public ProductRecipe Recipe { get; }

    /// <summary>The area that ratios are taken to, or null.</summary>
    public ReferenceArea? Reference { get; }

    /// <summary>The product of the factors, 0 or more. Missing when any factor is, with the names of all that are.</summary>
    public IReadOnlyList<Measured> Raw { get; }

    /// <summary>The product of each factor's ratio to the reference area; 1 is as the reference.</summary>
    public IReadOnlyList<Measured> RatioToReference { get; }

    /// <summary>The zone's share of all accumulated burden, weighted by population; the present ones sum to 1.</summary>
    public IReadOnlyList<Measured> Share { get; }

    /// <summary>The index relative to its population-weighted average, which is 1.</summary>
    public IReadOnlyList<Measured> Relative { get; }

    /// <summary>How many zones have an index.</summary>
    public int ZonesWithValue => Raw.Count(r => r.HasValue);

    /// <summary>The factors that are exactly zero in a zone and so make its product zero.</summary>
    public IReadOnlyList<string> ZeroFactors(int zone) =>
        [.. Recipe.Factors.Where((_, f) => factors[f][zone] is { HasValue: true, Value: 0 }).Select(f => f.Indicator)];

    /// <summary>What the index of a zone is made of.</summary>
    public ProductExplanation Explain(int zone)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(zone);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(zone, Raw.Count);
        return ProductExplanation.Of(this, zone, [.. factors.Select(f => f[zone])], references);
    }

    /// <summary>
    /// Shares moved up: the sum of the shares of the parts, as when a large city is computed by bydel and then summed. This is not the
    /// product of the city's own factors, for the factors vary together. A missing part makes the whole missing.
    /// </summary>
    /// <param name="wholeOf">The ordinal of the whole that each zone belongs to, or -1 for none.</param>
    /// <param name="wholes">The number of wholes.</param>
    public IReadOnlyList<Measured> SumShares(ReadOnlySpan<int> wholeOf, int wholes)
    {
        if (wholeOf.Length != Share.Count)
        {
            throw new ArgumentException($"{wholeOf.Length} wholes are named for {Share.Count} zones.", nameof(wholeOf));
        }

        var sums = new Sum[wholes];
        var missing = new Reason?[wholes];
        var parts = new int[wholes];
        for (var zone = 0; zone < Share.Count; zone++)
        {
            if (wholeOf[zone] is var whole and >= 0)
            {
                parts[whole]++;
                missing[whole] ??= Share[zone].Reason;
                sums[whole].Add(Share[zone].OrNull ?? 0);
            }
        }

        return [.. Enumerable.Range(0, wholes).Select(w => missing[w] is { } reason
            ? Measured.None(reason)
            : parts[w] == 0 ? Measured.None(ReasonCode.TooFew, "parts", "no zone belongs to it") : Measured.Of(sums[w].Value))];
    }
}
