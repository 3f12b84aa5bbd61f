namespace Bolyst.Service.Home;

/// <summary>The words of the start page in one language.</summary>
internal sealed record HomeTexts(
    string Language,
    string LanguageName,
    string Lead,
    string Languages,
    string Empty,
    string Loaded,
    string ZoneSets,
    string Indicators,
    string Omradesatsinger,
    string Deliveries,
    string Services,
    string Name,
    string Level,
    string Valid,
    string Zones,
    string Licence,
    string Theme,
    string Unit,
    string Definition,
    string Kommune,
    string Years,
    string Version,
    string Supplier,
    string Source,
    string GrpcAt,
    string Alive,
    string Ready,
    string NotOfficial)
{
    private static readonly HomeTexts Nb = new(
        "nb",
        "Bokmål",
        "Levekårskart for kommunen: soner, indikatorer, opphopingsindeks og områdesatsinger, hvert tall med grunn, usikkerhet og kilde.",
        "Språk",
        "Ingenting er lastet inn ennå. Kjør ./bolyst demo --import for en oppdiktet kommune, eller ./bolyst import FIL for en leveranse.",
        "Dette er lastet inn",
        "Sonesett",
        "Indikatorer",
        "Områdesatsinger",
        "Leveranser",
        "Tjenester",
        "Navn",
        "Nivå",
        "Gyldig",
        "Soner",
        "Lisens",
        "Tema",
        "Enhet",
        "Definisjon",
        "Kommune",
        "År",
        "Versjon",
        "Leverandør",
        "Kilde",
        "gRPC (HTTP/2) på port",
        "Lever tjenesten?",
        "Svarer databasen?",
        "Ingen indeks her er offisiell, og ingen sammenligning sier at et tiltak virket.");

    private static readonly HomeTexts Nn = new(
        "nn",
        "Nynorsk",
        "Levekårskart for kommunen: soner, indikatorar, opphopingsindeks og områdesatsingar, kvart tal med grunn, uvisse og kjelde.",
        "Språk",
        "Ingenting er lasta inn enno. Køyr ./bolyst demo --import for ein oppdikta kommune, eller ./bolyst import FIL for ein leveranse.",
        "Dette er lasta inn",
        "Sonesett",
        "Indikatorar",
        "Områdesatsingar",
        "Leveransar",
        "Tenester",
        "Namn",
        "Nivå",
        "Gyldig",
        "Soner",
        "Lisens",
        "Tema",
        "Eining",
        "Definisjon",
        "Kommune",
        "År",
        "Versjon",
        "Leverandør",
        "Kjelde",
        "gRPC (HTTP/2) på port",
        "Lever tenesta?",
        "Svarar databasen?",
        "Ingen indeks her er offisiell, og inga samanlikning seier at eit tiltak verka.");

    private static readonly HomeTexts En = new(
        "en",
        "English",
        "Living conditions of a kommune on a map: zones, indicators, accumulation index and area programmes, each number with its reason, uncertainty and source.",
        "Language",
        "Nothing is loaded yet. Run ./bolyst demo --import for an invented kommune, or ./bolyst import FILE for a delivery.",
        "What is loaded",
        "Zone sets",
        "Indicators",
        "Area programmes (områdesatsingar)",
        "Deliveries",
        "Services",
        "Name",
        "Level",
        "Valid",
        "Zones",
        "Licence",
        "Theme",
        "Unit",
        "Definition",
        "Kommune",
        "Years",
        "Version",
        "Supplier",
        "Source",
        "gRPC (HTTP/2) on port",
        "Is the service alive?",
        "Does the database answer?",
        "No index here is official, and no comparison says that a measure worked.");

    /// <summary>Every language, in the order of the page.</summary>
    public static IReadOnlyList<HomeTexts> All { get; } = [Nb, Nn, En];

    /// <summary>The language asked for, else the first of the browser's that the page has, else bokmål.</summary>
    /// <param name="asked">Value of <c>lang</c> in the address; null if absent.</param>
    /// <param name="accepted">Languages that the browser accepts, the most wanted first.</param>
    public static HomeTexts Choose(string? asked, IEnumerable<string> accepted) =>
        accepted.Prepend(asked ?? "").Select(Find).FirstOrDefault(texts => texts is not null) ?? Nb;

    /// <summary>A delivered text in this language, else in bokmål.</summary>
    public string Of(V1.LocalizedText text)
    {
        var own = Language switch
        {
            "nn" => text.Nn,
            "en" => text.En,
            _ => text.Nb,
        };
        return own.Length > 0 ? own : text.Nb;
    }

    private static HomeTexts? Find(string language) => language.Split('-')[0] switch
    {
        "nb" or "no" => Nb,
        "nn" => Nn,
        "en" => En,
        _ => null,
    };
}
