using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>What a layer is, without its numbers.</summary>
/// <param name="Id">Its id in addresses and file names: the key of the zone set, or the name of a layer of its own in <see cref="Features"/>.</param>
/// <param name="Set">The zone set; null for a layer of its own.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Description">What a reader must know: level, source, licence.</param>
/// <param name="Valid">When it holds.</param>
/// <param name="Extent">Where it is.</param>
/// <param name="Outlines">Whose outlines they are.</param>
internal sealed record LayerHead(string Id, ZoneSetInfo? Set, LocalizedText Title, LocalizedText Description, DayInterval Valid, FeatureExtent Extent, LayerOutlines Outlines)
{
    /// <summary>True when it is served as tiles.</summary>
    public bool IsTiled { get; init; } = true;
}

/// <summary>Whose outlines a layer has.</summary>
/// <param name="Deliveries">Dataset versions of the deliveries that brought them.</param>
/// <param name="Credits">Source and licence, each pair once.</param>
internal sealed record LayerOutlines(IReadOnlyCollection<long> Deliveries, IReadOnlyList<(string Source, string? Licence)> Credits)
{
    /// <summary>The credits as one text.</summary>
    public string Attribution => string.Join("; ", Credits.Select(credit => credit.Licence is null ? credit.Source : $"{credit.Source} ({credit.Licence})"));

    /// <summary>Licences that are stated apart from the deliveries' own.</summary>
    public IEnumerable<string> Licences => Credits.Select(credit => credit.Licence).OfType<string>();
}
