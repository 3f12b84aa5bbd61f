using System.Text;

namespace Bolyst.Service.Ogc.Documents;

internal sealed partial record OgcWords
{
    public static readonly OgcWords Nb = new()
    {
        Language = "nb",
        About = CompositeFormat.Parse("Soner med levekårsindikatorer og indekser, datasettversjon {0}. Et tall som mangler, har en grunn ved siden av seg, i feltet som slutter på _status."),
        ThisDocument = "Dette dokumentet",
        AsHtml = "Dette dokumentet som HTML",
        Api = "API-et (OpenAPI 3.0)",
        ApiForReaders = "API-et for lesere",
        Conformance = "Samsvarsklasser",
        Collections = "Samlinger",
        Collection = "Denne samlingen",
        Record = "Beskrivelse av dataene (DCAT-AP-NO)",
        Downloads = "Nedlasting",
        MatrixSets = "Flismatrisesett",
        MatrixSet = "Flismatrisesettet",
        Features = "Objekter",
        FeaturesAsHtml = "Objekter som HTML",
        Schema = "Skjema for objektene",
        Queryables = "Hva filtre kan nevne",
        Outline = "Omriss",
        VectorTiles = "Vektorfliser",
        Tileset = "Flissettet",
        Tiles = "Fliser",
        NextPage = "Neste side",
    };
}
