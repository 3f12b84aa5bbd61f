namespace Bolyst.Service.Styles.Words;

/// <content>Bokmål.</content>
internal sealed partial record StyleWords
{
    /// <summary>Bokmål.</summary>
    public static StyleWords Nb { get; } = new()
    {
        Language = "nb",
        Numbers = Norwegian(),
        Under = "under",
        OrMore = "eller mer",
        HigherIsWorse = "Høyere tall peker mot vanskeligere levekår.",
        HigherIsBetter = "Høyere tall peker mot bedre levekår.",
        Neutral = "Verken høye eller lave tall er bedre.",
        ContextOnly = "Bakgrunnstall: sier ikke noe om levekår og inngår ikke i noen indeks.",
        FirstIsHighest = "Nummer 1 har den høyeste indeksen.",
        AroundAverage = "Fargene skiller mellom under og over gjennomsnittet.",
        Quantile = "omtrent like mange soner i hver klasse",
        QuantileAround = "omtrent like mange soner i hver klasse på hver side",
        Jenks = "naturlige brudd (Jenks)",
        Fixed = "faste grenser",
        Source = "Kilde",
        Boundaries = "Grenser",
        Period = "Periode",
        Version = "Datasettversjon",
        Zone = "sone",
        Zones = "soner",
        Classes = "Klasser",
        WithoutNumber = "Uten tall",
        Caveat = "Tallene beskriver sonen, ikke den enkelte som bor der.",
        NotComputable = "Kan ikke regnes ut",
        Units = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["percent"] = "prosent",
            ["per1000"] = "per 1\u00a0000",
            ["per10000"] = "per 10\u00a0000",
            ["per100000"] = "per 100\u00a0000",
            ["count"] = "antall",
            ["kroner"] = "kroner",
            ["points"] = "poeng",
            ["index"] = "indeks",
            ["ratio"] = "forholdstall",
            ["rank"] = "rang",
            ["average = 1"] = "gjennomsnitt = 1",
        },
        Statuses = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["value"] = "Tall",
            ["below_half_unit"] = "Mindre enn halve enheten",
            ["not_delivered"] = "Ikke levert",
            ["not_applicable"] = "Ikke aktuelt",
            ["not_yet_available"] = "Kommer senere",
            ["suppressed"] = "Skjult av hensyn til personvern",
            ["below_population_limit"] = "For få innbyggere",
            ["break_in_series"] = "Brudd i tidsserien",
            ["imputed"] = "Anslått",
            ["input_missing"] = "Et tall som indeksen trenger, mangler eller er skjult",
        },
    };
}
