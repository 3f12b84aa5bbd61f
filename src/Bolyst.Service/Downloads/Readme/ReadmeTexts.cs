using Bolyst.Service.Faults;
using Bolyst.Service.Styles.Words;
using Bolyst.Store.Model;

namespace Bolyst.Service.Downloads.Readme;

/// <summary>The words of a README in one language.</summary>
internal sealed record ReadmeTexts(
    string Language,
    string What,
    string Layer,
    string Features,
    string Valid,
    string Open,
    string Periods,
    string Version,
    string Committed,
    string Coordinates,
    string Columns,
    string Column,
    string Title,
    string Unit,
    string Period,
    string Definition,
    string Source,
    string Licence,
    string Statuses,
    string StatusLead,
    string Sources,
    string Outlines,
    string Fetched,
    string Contact,
    string Caveats,
    IReadOnlyList<string> CaveatList,
    string CsvNotes,
    string Again,
    string Newest,
    string Point,
    string Record)
{
    public static readonly ReadmeTexts Nb = new(
        "nb", "Hva dette er", "Lag", "Antall", "Gjelder", "uten sluttdato", "Perioder", "Datasettversjon", "lastet inn", "Koordinatsystem",
        "Kolonner", "Kolonne", "Navn", "Enhet", "Periode", "Definisjon", "Kilde", "Lisens",
        "Statuser", "Et tall som mangler, har en grunn i kolonnen som slutter på _status. Et tomt tall betyr aldri null og aldri lavt.",
        "Kilder", "omriss", "Hentet fra", "Kontakt", "Forbehold",
        [
            "Tallene beskriver områder, ikke personer, og sier ikke hvorfor et område er som det er.",
            "Ingen indeks her er offisiell, og ingen sammenligning sier at et tiltak virket.",
            "Tall for områder med få innbyggere svinger tilfeldig fra år til år.",
            "Skjulte tall kan ikke regnes tilbake fra summer. Ikke prøv å gjenkjenne enkeltpersoner.",
            "Omriss merket proxy er laget for formålet og er ikke offisielle grenser.",
        ],
        "CSV er UTF-8 med BOM, skilletegn komma, desimalpunktum. Tekst som begynner med = + - @ har fått en apostrof foran, så regneark ikke leser den som formel. "
        + "Koder er tekst med ledende nuller: bruk XLSX, eller les kolonnen inn som tekst.",
        "Hent det samme igjen", "Nyeste versjon", "øst og nord for et punkt inne i omrisset", "Beskrivelse etter DCAT-AP-NO");

    public static readonly ReadmeTexts Nn = new(
        "nn", "Kva dette er", "Lag", "Tal på", "Gjeld", "utan sluttdato", "Periodar", "Datasettversjon", "lasta inn", "Koordinatsystem",
        "Kolonnar", "Kolonne", "Namn", "Eining", "Periode", "Definisjon", "Kjelde", "Lisens",
        "Statusar", "Eit tal som manglar, har ein grunn i kolonnen som sluttar på _status. Eit tomt tal tyder aldri null og aldri lågt.",
        "Kjelder", "omriss", "Henta frå", "Kontakt", "Atterhald",
        [
            "Tala skildrar område, ikkje personar, og seier ikkje kvifor eit område er som det er.",
            "Ingen indeks her er offisiell, og inga samanlikning seier at eit tiltak verka.",
            "Tal for område med få innbyggjarar svingar tilfeldig frå år til år.",
            "Skjulte tal kan ikkje reknast tilbake frå summar. Ikkje prøv å kjenne att einskildpersonar.",
            "Omriss merkte proxy er laga for føremålet og er ikkje offisielle grenser.",
        ],
        "CSV er UTF-8 med BOM, skiljeteikn komma, desimalpunktum. Tekst som byrjar med = + - @ har fått ein apostrof føre, så rekneark ikkje les han som formel. "
        + "Kodar er tekst med leiande nullar: bruk XLSX, eller les kolonnen inn som tekst.",
        "Hent det same att", "Nyaste versjon", "aust og nord for eit punkt inne i omrisset", "Skildring etter DCAT-AP-NO");

    public static readonly ReadmeTexts En = new(
        "en", "What this is", "Layer", "Features", "Valid", "no end", "Periods", "Dataset version", "loaded", "Coordinate system",
        "Columns", "Column", "Title", "Unit", "Period", "Definition", "Source", "Licence",
        "Statuses", "A number that is missing has a reason in the column that ends with _status. An empty number never means zero and never means low.",
        "Sources", "outlines", "Fetched from", "Contact", "Caveats",
        [
            "The numbers describe areas, not persons, and do not say why an area is as it is.",
            "No index here is official, and no comparison says that a measure worked.",
            "Numbers of areas with few inhabitants vary by chance from year to year.",
            "Hidden numbers cannot be found from totals. Do not try to recognise persons.",
            "Outlines marked proxy were made for the purpose and are no official boundaries.",
        ],
        "CSV is UTF-8 with a BOM, separated by commas, with decimal points. Text that begins with = + - @ has an apostrophe put before it, so that no spreadsheet reads it as a "
        + "formula. Codes are text with leading zeros: use XLSX, or import the column as text.",
        "Fetch the same again", "Newest version", "east and north of a point inside the outline", "Record by DCAT-AP-NO");

    private static readonly ReadmeTexts[] All = [Nb, Nn, En];

    /// <summary>The language that a request names; bokmål if it names none.</summary>
    /// <exception cref="Rpc.RpcException">It names another.</exception>
    public static ReadmeTexts Read(string lang) => lang.Length == 0 ? Nb
        : Array.Find(All, texts => string.Equals(texts.Language, lang, StringComparison.Ordinal))
        ?? throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "lang", $"is '{lang}'. Send nb, nn or en.");

    /// <summary>Words for units and statuses.</summary>
    public StyleWords Words => StyleWords.Find(Language);

    /// <summary>A delivered text in this language, else in bokmål.</summary>
    public string Of(LocalizedText text) => Words.Of(text);
}
