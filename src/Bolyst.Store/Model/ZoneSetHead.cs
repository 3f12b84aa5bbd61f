using NetTopologySuite.Geometries;

namespace Bolyst.Store.Model;

/// <summary>A division of the land as one delivery gives it. The same key delivered again is a new generation.</summary>
/// <param name="Key">Never changes, for example <c>oslo-levekarssone-2025</c>.</param>
/// <param name="Level">grunnkrets, delomrade, levekarssone, bydel, kommune, analyseomrade, tiltakssone, ...</param>
/// <param name="Name">Name for readers.</param>
/// <param name="ValidFrom">First valid day.</param>
/// <param name="ValidTo">Last valid day; null when still valid.</param>
/// <param name="IsPartition">True when no two zones overlap and together they cover the area.</param>
/// <param name="Licence">Licence of the boundaries.</param>
/// <param name="Source">Where the boundaries come from; null when not given.</param>
/// <param name="BoundariesOfficial">True for boundaries of an authority; false for a proxy made for the purpose.</param>
public sealed record ZoneSetHead(
    string Key,
    string Level,
    LocalizedText Name,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    bool IsPartition,
    string Licence,
    string? Source = null,
    bool BoundariesOfficial = true);

/// <summary>A zone on its way in.</summary>
/// <param name="Code">Code as text, with its leading zeros; unique in the zone set.</param>
/// <param name="Name">Name for readers.</param>
/// <param name="Outline">Polygon or MultiPolygon in EPSG:25833 (SRID set), valid, not empty; null for a zone without an outline.</param>
/// <param name="PartCount">How many finer zones or features it was made of; at least 1.</param>
public sealed record ZoneRow(string Code, string Name, Geometry? Outline, int PartCount = 1);

/// <summary>A zone set that an import may name, existing or just added.</summary>
/// <param name="Key">Key of the zone set.</param>
/// <param name="Level">Level of its newest generation.</param>
/// <param name="ValidFrom">First valid day.</param>
/// <param name="ValidTo">Last valid day; null when still valid.</param>
/// <param name="ZoneIds">Code to zone id, for the zones of the newest generation. The id of a code never changes.</param>
public sealed record ZoneSetHandle(string Key, string Level, DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyDictionary<string, int> ZoneIds);

/// <summary>The codes of a zone set's newest generation, to say which zone set a table would match.</summary>
/// <param name="Key">Key of the zone set.</param>
/// <param name="Codes">Its codes.</param>
public sealed record ZoneSetCodes(string Key, IReadOnlySet<string> Codes);
