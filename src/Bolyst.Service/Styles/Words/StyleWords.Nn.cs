namespace Bolyst.Service.Styles.Words;

/// <content>Nynorsk.</content>
internal sealed partial record StyleWords
{
    /// <summary>Nynorsk.</summary>
    public static StyleWords Nn { get; } = new()
    {
        Language = "nn",
        Numbers = Norwegian(),
        Under = "under",
        OrMore = "eller meir",
        HigherIsWorse = "Høgare tal peikar mot vanskelegare levekår.",
        HigherIsBetter = "Høgare tal peikar mot betre levekår.",
        Neutral = "Verken høge eller låge tal er betre.",
        ContextOnly = "Bakgrunnstal: seier ikkje noko om levekår og inngår ikkje i nokon indeks.",
        FirstIsHighest = "Nummer 1 har den høgaste indeksen.",
        AroundAverage = "Fargane skil mellom under og over gjennomsnittet.",
        Quantile = "omtrent like mange soner i kvar klasse",
        QuantileAround = "omtrent like mange soner i kvar klasse på kvar side",
        Jenks = "naturlege brot (Jenks)",
        Fixed = "faste grenser",
        Source = "Kjelde",
        Boundaries = "Grenser",
        Period = "Periode",
        Version = "Datasettversjon",
        Zone = "sone",
        Zones = "soner",
        Classes = "Klassar",
        WithoutNumber = "Utan tal",
        Caveat = "Tala skildrar sona, ikkje den einskilde som bur der.",
        NotComputable = "Kan ikkje reknast ut",
        Units = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["percent"] = "prosent",
            ["per1000"] = "per 1\u00a0000",
            ["per10000"] = "per 10\u00a0000",
            ["per100000"] = "per 100\u00a0000",
            ["count"] = "tal",
            ["kroner"] = "kroner",
            ["points"] = "poeng",
            ["index"] = "indeks",
            ["ratio"] = "forholdstal",
            ["rank"] = "rang",
            ["average = 1"] = "gjennomsnitt = 1",
        },
        Statuses = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["value"] = "Tal",
            ["below_half_unit"] = "Mindre enn halve eininga",
            ["not_delivered"] = "Ikkje levert",
            ["not_applicable"] = "Ikkje aktuelt",
            ["not_yet_available"] = "Kjem seinare",
            ["suppressed"] = "Skjult av omsyn til personvern",
            ["below_population_limit"] = "For få innbyggjarar",
            ["break_in_series"] = "Brot i tidsserien",
            ["imputed"] = "Stipulert",
            ["input_missing"] = "Eit tal som indeksen treng, manglar eller er skjult",
        },
    };
}
