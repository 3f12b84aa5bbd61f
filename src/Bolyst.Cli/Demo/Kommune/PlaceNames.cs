namespace Bolyst.Cli.Demo.Kommune;

/// <summary>Names put together from what Norwegian places are named after. That one may exist somewhere is chance.</summary>
internal static class PlaceNames
{
    private static readonly string[] Beginnings =
    [
        "Bjørke", "Brekke", "Dal", "Eike", "Elve", "Furu", "Fugle", "Gran", "Grønn", "Hassel", "Havre", "Heie", "Hjorte", "Kirke", "Klokkar",
        "Kvern", "Lerke", "Linde", "Lyng", "Løve", "Mølle", "Myr", "Naust", "Orre", "Prest", "Reve", "Ross", "Rogne", "Sel", "Skog", "Smed",
        "Sol", "Stein", "Storm", "Svane", "Tange", "Tjelde", "Trost", "Ulve", "Vinter",
    ];

    private static readonly string[] Endings =
    [
        "bakken", "berget", "dalen", "enga", "haugen", "jordet", "lia", "marka", "moen", "myra", "neset", "sletta", "stranda", "toppen", "tunet",
        "vika", "vollen", "åsen",
    ];

    /// <summary>All names in an order of the seed's own, each once.</summary>
    public static Queue<string> Shuffled(ulong seed)
    {
        var names = Beginnings.SelectMany(_ => Endings, (beginning, ending) => beginning + ending).ToArray();
        SplitMix64.For(seed, (int)Purpose.Names).Shuffle<string>(names);
        return new Queue<string>(names);
    }
}
