using System.Globalization;

namespace Bolyst.Service.Styles.Words;

/// <content>English.</content>
internal sealed partial record StyleWords
{
    /// <summary>English.</summary>
    public static StyleWords En { get; } = new()
    {
        Language = "en",
        Numbers = CultureInfo.InvariantCulture.NumberFormat,
        Under = "under",
        OrMore = "or more",
        HigherIsWorse = "Higher numbers point to harder living conditions.",
        HigherIsBetter = "Higher numbers point to better living conditions.",
        Neutral = "Neither high nor low numbers are better.",
        ContextOnly = "Background figure: says nothing of living conditions and is part of no index.",
        FirstIsHighest = "Number 1 has the highest index.",
        AroundAverage = "Colours tell below from above the average.",
        Quantile = "about as many zones in each class",
        QuantileAround = "about as many zones in each class on each side",
        Jenks = "natural breaks (Jenks)",
        Fixed = "fixed breaks",
        Source = "Source",
        Boundaries = "Boundaries",
        Period = "Period",
        Version = "Dataset version",
        Zone = "zone",
        Zones = "zones",
        Classes = "Classes",
        WithoutNumber = "Without a number",
        Caveat = "The numbers describe the zone, not any person who lives there.",
        NotComputable = "Cannot be computed",
        Units = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["percent"] = "percent",
            ["per1000"] = "per 1,000",
            ["per10000"] = "per 10,000",
            ["per100000"] = "per 100,000",
            ["count"] = "number",
            ["kroner"] = "kroner",
            ["points"] = "points",
            ["index"] = "index",
            ["ratio"] = "ratio",
            ["rank"] = "rank",
            ["average = 1"] = "average = 1",
        },
        Statuses = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["value"] = "Number",
            ["below_half_unit"] = "Less than half of the unit",
            ["not_delivered"] = "Not delivered",
            ["not_applicable"] = "Not applicable",
            ["not_yet_available"] = "Not yet available",
            ["suppressed"] = "Withheld to protect privacy",
            ["below_population_limit"] = "Too few inhabitants",
            ["break_in_series"] = "Break in the series",
            ["imputed"] = "Imputed",
            ["input_missing"] = "A number that the index needs is missing or withheld",
        },
    };
}
