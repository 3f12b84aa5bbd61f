using NetTopologySuite.Geometries;

namespace Bolyst.Store.Model;

/// <summary>Water that was delivered together. A delivery's water of one key replaces the earlier one as a whole.</summary>
/// <param name="Key">Its key, for example <c>oslo-vann</c>.</param>
/// <param name="Licence">Licence of the outlines.</param>
/// <param name="Source">Whose outlines they are.</param>
public sealed record WaterHead(string Key, string Licence, string Source);

/// <summary>A surface of water: a fjord, a lake, a stretch of a river.</summary>
/// <param name="Name">Its name; null where it was given none.</param>
/// <param name="Outline">Polygon or MultiPolygon in EPSG:25833 (SRID set), valid, not empty.</param>
public sealed record WaterSurface(string? Name, Geometry Outline);

/// <summary>A surface of water as the store holds it, without its outline.</summary>
/// <param name="Key">Key of the water that it was delivered with.</param>
/// <param name="Name">Its name; null where it was given none.</param>
/// <param name="AreaM2">Area in square metres.</param>
/// <param name="Licence">Licence of the outline.</param>
/// <param name="Source">Whose outline it is.</param>
/// <param name="Version">Dataset version of the delivery that brought it.</param>
public sealed record WaterInfo(string Key, string? Name, double AreaM2, string Licence, string Source, long Version);
