using System.Text;

namespace Bolyst.Service.Ogc.Documents;

internal sealed partial record OgcWords
{
    public static readonly OgcWords Nn = new()
    {
        Language = "nn",
        About = CompositeFormat.Parse("Soner med levekårsindikatorar og indeksar, datasettversjon {0}. Eit tal som manglar, har ein grunn ved sida av seg, i feltet som sluttar på _status."),
        ThisDocument = "Dette dokumentet",
        AsHtml = "Dette dokumentet som HTML",
        Api = "API-et (OpenAPI 3.0)",
        ApiForReaders = "API-et for lesarar",
        Conformance = "Samsvarsklassar",
        Collections = "Samlingar",
        Collection = "Denne samlinga",
        Record = "Skildring av dataa (DCAT-AP-NO)",
        Downloads = "Nedlasting",
        MatrixSets = "Flismatrisesett",
        MatrixSet = "Flismatrisesettet",
        Features = "Objekt",
        FeaturesAsHtml = "Objekt som HTML",
        Schema = "Skjema for objekta",
        Queryables = "Kva filter kan nemne",
        Outline = "Omriss",
        VectorTiles = "Vektorfliser",
        Tileset = "Flissettet",
        Tiles = "Fliser",
        NextPage = "Neste side",
    };
}
