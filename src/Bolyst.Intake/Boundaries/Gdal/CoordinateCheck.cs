using System.Globalization;
using Bolyst.Intake.Fields;
using NetTopologySuite.Geometries;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>
/// Whether coordinates can be what their reference system says. Projection software turns impossible ones into infinities or into places far
/// away without an error, so they are looked at before and after.
/// </summary>
internal static class CoordinateCheck
{
    private const double LargestLongitude = 360;
    private const double LargestLatitude = 90;

    /// <summary>No projected system reaches further from its origin than this, in metres: half the way round the earth.</summary>
    private const double LargestLength = 2e7;

    private const int Named = 5;

    /// <summary>
    /// ETRS89's area of use (EPSG 1298, Europe: 16.1 W to 40.18 E, 32.88 N to 84.73 N) in EPSG:25833, from its corners and edges by cs2cs
    /// (echo "32.88 -16.1" | cs2cs EPSG:4326 EPSG:25833), rounded outward.
    /// </summary>
    private static readonly Envelope Stored = new(-2_500_000, 2_900_000, 3_600_000, 9_500_000);

    /// <summary>Whether an outline in EPSG:25833 lies in Europe, where that system is defined.</summary>
    public static bool CanBeStored(Geometry outline) => Stored.Covers(outline.EnvelopeInternal);

    /// <summary>Looks at the coordinates as they stand in the file.</summary>
    /// <exception cref="GdalException">Some cannot be what the reference system says; names the features.</exception>
    public static void Demand(CrsKind kind, GdalFeatures features, OutlineFilesDescription description)
    {
        var mapped = features.Features.Where(feature => feature.Geometry is { IsEmpty: false }).ToArray();
        // Degrees inside a system of lengths lie next to its origin, so they show by all being small, not by any being large.
        if (kind == CrsKind.Lengths && mapped.Length > 0 && mapped.All(feature => IsDegrees(feature.Geometry!)))
        {
            throw new GdalException($"Its reference system has metres, but its coordinates look like degrees ({Extent(mapped[0].Geometry!)}). Say the right one with 'crs' (degrees are often EPSG:4326).");
        }

        var impossible = Array.FindAll(mapped, feature => kind == CrsKind.Degrees ? !IsDegrees(feature.Geometry!) : !IsLengths(feature.Geometry!));
        if (impossible.Length > 0)
        {
            var what = kind == CrsKind.Degrees ? "has degrees" : "has metres";
            throw new GdalException($"Its reference system {what}, but the coordinates of {Which(impossible, features, description)} go from {Extent(impossible[0].Geometry!)}. "
                + "Say the right one with 'crs' (metres are often EPSG:25833 or EPSG:25832), or mend the features.");
        }
    }

    private static string Which(GdalFeature[] named, GdalFeatures all, OutlineFilesDescription description)
    {
        var codes = description.CodeField is null ? null : new FieldExtractor(description.CodeField, new FieldLayout("the file", all.Columns));
        var first = named.Take(Named).Select(feature => string.Create(
            CultureInfo.InvariantCulture, $"feature {feature.Number}{(codes is null ? "" : $" (code {codes.Extract(new TextRow(feature.Fields)) ?? "none"})")}"));
        return $"{string.Join(", ", first)}{(named.Length > Named ? string.Create(CultureInfo.InvariantCulture, $" and {named.Length - Named} more") : "")}";
    }

    private static string Extent(Geometry geometry)
    {
        var envelope = geometry.EnvelopeInternal;
        return string.Create(CultureInfo.InvariantCulture, $"({envelope.MinX:G7}, {envelope.MinY:G7}) to ({envelope.MaxX:G7}, {envelope.MaxY:G7})");
    }

    private static bool IsDegrees(Geometry geometry) => Within(geometry.EnvelopeInternal, LargestLongitude, LargestLatitude);

    private static bool IsLengths(Geometry geometry) => Within(geometry.EnvelopeInternal, LargestLength, LargestLength);

    private static bool Within(Envelope envelope, double x, double y) =>
        envelope.MinX >= -x && envelope.MaxX <= x && envelope.MinY >= -y && envelope.MaxY <= y;
}
