using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Opphoping;

namespace Bolyst.Statistics.Composite;

/// <summary>Definitions in the style of known indices. A style is not the index itself: the note says what was verified.</summary>
public static class ReadyDefinitions
{
    /// <summary>
    /// The English Indices of Deprivation 2019: seven domain scores, ranked, exponentially transformed and weighted. Give the domain
    /// columns so that high is more deprived, or the published domain ranks with direction -1.
    /// </summary>
    public static CompositeDefinition EnglishImd2019 { get; } = Exponential(
        "imd-2019-style",
        "English Indices of Deprivation 2019",
        1,
        TieRule.Min,
        [("income", .225), ("employment", .225), ("education", .135), ("health", .135), ("crime", .093), ("housing-and-access", .093), ("environment", .093)]);

    /// <summary>The Scottish index of 2016 and 2020: as the English one, with other weights, rank offset 0 and mean ranks for ties.</summary>
    public static CompositeDefinition ScottishSimd2016 { get; } = Exponential(
        "simd-2016-style",
        "Scottish Index of Multiple Deprivation 2016 and 2020",
        0,
        TieRule.Average,
        [("income", .28), ("employment", .28), ("health", .14), ("education", .14), ("access", .09), ("crime", .05), ("housing", .02)]);

    /// <summary>The mean of decile scores 1-10 with equal weights, in the style of SSB's index of living-condition problems 1995-2008.</summary>
    public static CompositeDefinition DecileMean(IReadOnlyList<string> indicators) => Flat(
        "decile-mean",
        new("Gjennomsnitt av desiler", "Gjennomsnitt av desilar", "Mean of deciles"),
        indicators,
        new(NormaliseMethod.DecileScore) { Ties = TieRule.Average },
        "In the style of SSB's index 1995-2008. That each indicator was scored by its decile there is general knowledge, not verified.");

    /// <summary>
    /// The mean of each indicator in per cent of the city's own, as Oslo's Bydelsfakta shows levekår (area rate / Oslo rate · 100).
    /// Every indicator must be one where higher is worse, with counts or a given reference.
    /// </summary>
    public static CompositeDefinition PercentOfCity(IReadOnlyList<string> indicators) => Flat(
        "percent-of-city",
        new("Prosent av byens nivå", "Prosent av nivået i byen", "Per cent of the city's level"),
        indicators,
        new(NormaliseMethod.PercentOfReference),
        "Each part is computed as in Oslo's Bydelsfakta; the mean over indicators is Bolyst's.");

    /// <summary>The sum of ranks, shown as their mean, in the style of Bergen's levekår report.</summary>
    public static CompositeDefinition RankSum(IReadOnlyList<string> indicators) => Flat(
        "rank-sum",
        new("Sum av rangeringer", "Sum av rangeringar", "Sum of ranks"),
        indicators,
        new(NormaliseMethod.Rank) { Ties = TieRule.Average },
        "In the style of Bergen's ranking of areas by a sum over indicators, known from the press; its rules for ties are not verified.");

    /// <summary>
    /// Kristiansand's socioeconomic index of schools: the mother's education, single providers, stability of the area by moving. About
    /// five per cent of the school budgets follow it (Meld. St. 28 (2022-2023), box 3.1). The weights are not published; equal here.
    /// </summary>
    public static CompositeDefinition KristiansandSchools { get; } = Flat(
        "kristiansand-schools",
        new("Sosioøkonomisk indeks for skoler", "Sosioøkonomisk indeks for skular", "Socioeconomic index of schools"),
        ["mothers-low-education", "single-providers", "moving"],
        new(NormaliseMethod.ZScore) { Mean = 100, StandardDeviation = 10 },
        "The three indicators are Kristiansand's (Meld. St. 28 (2022-2023), box 3.1). Weights and scale are not published and are Bolyst's.");

    /// <summary>
    /// Percentile ranks in themes, in the style of the CDC's Social Vulnerability Index; flags are what is at or above
    /// <see cref="PercentileFlags.DefaultLimit"/>.
    /// </summary>
    /// <param name="themes">By theme, its indicators.</param>
    public static CompositeDefinition PercentileThemes(IReadOnlyDictionary<string, IReadOnlyList<string>> themes) => new(
        "percentile-themes",
        1,
        new("Prosentilrangering i tema", "Prosentilrangering i tema", "Percentile ranks by theme"),
        [.. themes.SelectMany(t => t.Value.Select(i => new CompositeIndicator(i, t.Key)))],
        [
            new(CompositeDefinition.SingleLevel) { Renormalise = new(NormaliseMethod.PercentileRank) },

            // The overall sum runs over themes as they are, each as heavy as its number of indicators: the sum over all indicators.
            .. themes.Select(t => new CompositeGroup(t.Key, CompositeDefinition.SingleLevel, t.Value.Count)),
        ])
    {
        Normalise = new(NormaliseMethod.PercentileRank),
        Note = "In the style of the CDC's Social Vulnerability Index: percentile rank per indicator, summed by theme and over all, ranked again.",
    };

    private static CompositeDefinition Flat(
        string key, RecipeLabel label, IReadOnlyList<string> indicators, Normalisation normalise, string note) =>
        new(key, 1, label, [.. indicators.Select(i => new CompositeIndicator(i))], []) { Normalise = normalise, Note = note };

    /// <summary>The exponential family with domains of one's own.</summary>
    /// <param name="key">The definition's key.</param>
    /// <param name="name">The index whose conventions they are.</param>
    /// <param name="rankOffset">a in R = (N − rank + a)/N: 1 in England and in Wales 2019, 0 in Scotland from 2016.</param>
    /// <param name="ties">What equal domain scores get.</param>
    /// <param name="domains">Domains with their weights.</param>
    public static CompositeDefinition Exponential(
        string key, string name, double rankOffset, TieRule ties, IReadOnlyList<(string Domain, double Weight)> domains) =>
        new(
            key,
            1,
            new($"Eksponentiell indeks ({name})", $"Eksponentiell indeks ({name})", $"Exponential index ({name})"),
            [.. domains.Select(d => new CompositeIndicator(d.Domain, Weight: d.Weight))],
            [])
        {
            Normalise = new(NormaliseMethod.Exponential) { RankOffset = rankOffset, Ties = ties },
            Note = $"Weights and conventions of the {name}. From published domain ranks (values are ranks, direction -1) it reproduces the "
                + "published overall ranks, but for zones where rounding tied the domains.",
        };
}
