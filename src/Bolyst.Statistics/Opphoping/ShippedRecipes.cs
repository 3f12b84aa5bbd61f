namespace Bolyst.Statistics.Opphoping;

/// <summary>The recipes that come with Bolyst. A kommune adds its own as data.</summary>
public static class ShippedRecipes
{
    /// <summary>
    /// The product of divorced and separated 16-59, unemployed 16-59 and low income: the form that the income system's criterion is
    /// generally said to have. Not verified against Grønt hefte, and never the official opphopingsindeks.
    /// </summary>
    public static ProductRecipe InntektssystemProduct { get; } = new(
        "inntektssystem-product",
        1,
        new(
            "Opphopingsindeks, produkt av tre faktorer (ikke kontrollert mot Grønt hefte)",
            "Opphopingsindeks, produkt av tre faktorar (ikkje kontrollert mot Grønt hefte)",
            "Accumulation index, product of three factors (not verified against Grønt hefte)"),
        [
            new("divorced-separated", Scale: 0.01),
            new("unemployed", Scale: 0.01),
            new("low-income", Scale: 0.01),
        ])
    {
        Reservation = new(
            "Ikke kontrollert mot Grønt hefte: den publiserte definisjonen, aldersgruppene og vektene til kriteriet i inntektssystemet var ikke for hånden. "
                + "Kall aldri et resultat den offisielle opphopingsindeksen.",
            "Ikkje kontrollert mot Grønt hefte: den publiserte definisjonen, aldersgruppene og vektene til kriteriet i inntektssystemet var ikkje for handa. "
                + "Kall aldri eit resultat den offisielle opphopingsindeksen.",
            "Not verified against Grønt hefte: the published definition, age bands and weights of the income system's criterion were not at hand. "
                + "Never call a result the official opphopingsindeks."),
    };

    /// <summary>
    /// The product of persistent low income, unemployment and receipt of social assistance: three register shares that are published for
    /// zones inside a kommune too. A choice of Bolyst's own.
    /// </summary>
    public static ProductRecipe LevekarProduct { get; } = new(
        "levekar-product",
        1,
        new(
            "Opphopingsindeks, vedvarende lavinntekt × arbeidsledighet × sosialhjelp (ikke offisiell)",
            "Opphopingsindeks, vedvarande låginntekt × arbeidsløyse × sosialhjelp (ikkje offisiell)",
            "Accumulation index, persistent low income × unemployment × social assistance (not official)"),
        [
            new("persistent-low-income", Scale: 0.01),
            new("unemployed", Scale: 0.01),
            new("social-assistance", Scale: 0.01),
        ])
    {
        Reservation = new(
            "Et valg Bolyst har gjort, av andeler som er publisert for soner i en kommune; ingen publisert indeks har denne formen. "
                + "Kall aldri et resultat den offisielle opphopingsindeksen.",
            "Eit val Bolyst har gjort, av delar som er publiserte for soner i ein kommune; ingen publisert indeks har denne forma. "
                + "Kall aldri eit resultat den offisielle opphopingsindeksen.",
            "A choice of Bolyst's own, of shares that are published for zones inside a kommune; no published index has this form. "
                + "Never call a result the official opphopingsindeks."),
    };

    /// <summary>All shipped recipes with fixed factors.</summary>
    public static IReadOnlyList<Recipe> All { get; } = [InntektssystemProduct, LevekarProduct];

    /// <summary>The product over any factors, one or more.</summary>
    public static ProductRecipe Product(IReadOnlyList<Factor> factors, string weightIndicator = "population") =>
        new("product", 1, new("Produkt av valgte faktorer", "Produkt av valde faktorar", "Product of chosen factors"), factors, weightIndicator);

    /// <summary>On how many of the indicators a zone is among the worst share <paramref name="worstShare"/> of the zones.</summary>
    public static ThresholdCountRecipe ThresholdCount(IReadOnlyList<string> indicators, double worstShare, string weightIndicator = "population") =>
        ThresholdCount([.. indicators.Select(key => new Criterion(key, WorstShare: worstShare))], weightIndicator);

    /// <summary>On how many of the criteria a zone is past the limit.</summary>
    public static ThresholdCountRecipe ThresholdCount(IReadOnlyList<Criterion> criteria, string weightIndicator = "population") =>
        new(
            "threshold-count",
            1,
            new("Antall indikatorer med opphopning", "Talet på indikatorar med opphoping", "Number of indicators past the threshold"),
            criteria,
            weightIndicator);
}
