using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>What a layer is, without its numbers.</summary>
/// <param name="Id">Its id in addresses and file names: the key of the zone set, or <see cref="BoundaryLayer.Id"/>.</param>
/// <param name="Set">The zone set; null for boundaries of områdesatsingar.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Description">What a reader must know: level, source, licence.</param>
/// <param name="Valid">When it holds.</param>
/// <param name="Extent">Where it is.</param>
internal sealed record LayerHead(string Id, ZoneSetInfo? Set, LocalizedText Title, string Description, DayInterval Valid, FeatureExtent Extent);
