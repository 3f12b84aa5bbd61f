using System.Text;

namespace Bolyst.Service.Ogc.Documents;

internal sealed partial record OgcWords
{
    public static readonly OgcWords En = new()
    {
        Language = "en",
        About = CompositeFormat.Parse("Zones with levekår indicators and indexes, dataset version {0}. A number that is missing has a reason beside it, in the field that ends with _status."),
        ThisDocument = "This document",
        AsHtml = "This document as HTML",
        Api = "The API (OpenAPI 3.0)",
        ApiForReaders = "The API for readers",
        Conformance = "Conformance classes",
        Collections = "Collections",
        Collection = "This collection",
        Record = "Record of the data (DCAT-AP-NO)",
        Downloads = "Downloads",
        MatrixSets = "Tile matrix sets",
        MatrixSet = "The tile matrix set",
        Features = "Features",
        FeaturesAsHtml = "Features as HTML",
        Schema = "Schema of the features",
        Queryables = "What filters may name",
        Outline = "Outline",
        VectorTiles = "Vector tiles",
        Tileset = "The tileset",
        Tiles = "Tiles",
        NextPage = "Next page",
    };
}
