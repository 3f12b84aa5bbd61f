using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Operation.Distance;
using Places = System.Collections.Generic.Dictionary<(int Column, int Row), Bolyst.Service.Tests.Tiles.DecodedFeature[]>;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>What holds of the tiles of a coverage: nothing gapes, nothing overlaps, tiles meet at their seams, no zone is lost.</summary>
internal static class Topology
{
    // Tiles are cut off 64 steps outside their sides.
    private const int Low = -64;
    private const int High = 4096 + 64;

    // Two pixels of 8 steps: what simplifying by half a square pixel and rounding may move a coast.
    private const double Nearby = 16;

    // Parts below 4 square pixels, 256 square steps, are not drawn as areas; what simplifying left of them may have been twice that.
    private const double SmallestPart = 2 * 256;

    /// <summary>Checks the tiles of one zoom.</summary>
    /// <param name="coverage">What they show.</param>
    /// <param name="zoom">The zoom.</param>
    /// <param name="within">Rectangle of EPSG:3857 whose tiles are looked at; null for all, where every zone must be found.</param>
    public static async Task HoldsAsync(ShownCoverage coverage, int zoom, Envelope? within = null)
    {
        var tiles = await coverage.TilesAsync(zoom, within);
        Assert.NotEmpty(tiles);
        if (within is null)
            Assert.Equal(coverage.Zones.Keys.Order(), tiles.Values.SelectMany(features => features.Select(feature => feature.Id)).Distinct().Order());
        var open = new IndexedFacetDistance(OpenGround(coverage, zoom));
        foreach (var (place, features) in tiles)
        {
            var edges = features.SelectMany(feature => feature.Edges).Where(edge => !OnCut(edge)).ToList();
            var walked = edges.ToHashSet();
            Assert.True(edges.Count == walked.Count, $"Two zones hold the same ground in tile {zoom}/{place}.");
            Assert.All(features, feature => Assert.True(!feature.IsArea || feature.TwiceArea > 0, $"Feature {feature.Id} is turned inside out in tile {zoom}/{place}."));
            MeetAtVerticesOnly(walked, $"{zoom}/{place}");
            Assert.All(walked.Where(edge => !walked.Contains((edge.To, edge.From))), edge => Assert.True(
                open.Distance(new Point(ShownCoverage.PlaceOf(zoom, place, edge.From))) < Nearby * ShownCoverage.Metres(zoom),
                $"One side of a border between zones is missing in tile {zoom}/{place}: {edge}."));
            Meets(tiles, place, (place.Column + 1, place.Row), step => step.X, step => step with { X = step.X - 4096 });
            Meets(tiles, place, (place.Column, place.Row + 1), step => step.Y, step => step with { Y = step.Y - 4096 });
        }
    }

    /// <summary>Where a zone may have no neighbour: at the outer border, and where a part is too small to be drawn as an area.</summary>
    private static GeometryCollection OpenGround(ShownCoverage coverage, int zoom)
    {
        var smallest = SmallestPart * ShownCoverage.Metres(zoom) * ShownCoverage.Metres(zoom);
        return new([coverage.OuterBorder, .. coverage.Zones.Values.SelectMany(zone => zone.Geometries).Where(part => part.Area < smallest)]);
    }

    private static void MeetAtVerticesOnly(HashSet<(Step From, Step To)> walked, string tile)
    {
        // Each border once, whichever way it is walked.
        var borders = walked.Where(edge => (edge.From.X, edge.From.Y).CompareTo((edge.To.X, edge.To.Y)) < 0 || !walked.Contains((edge.To, edge.From)));
        var noding = new FastNodingValidator([.. borders.Select(edge => (ISegmentString)new BasicSegmentString([new(edge.From.X, edge.From.Y), new(edge.To.X, edge.To.Y)], null))]);
        Assert.True(noding.IsValid, $"Tile {tile}: {noding.GetErrorMessage()}");
    }

    /// <summary>In the strip that a tile and the next both hold, they hold the same edges of the same zones.</summary>
    private static void Meets(Places tiles, (int, int) here, (int, int) next, Func<Step, int> across, Func<Step, Step> shift)
    {
        if (!tiles.TryGetValue(next, out var there))
            return;
        var ours = Strip(tiles[here], step => across(step) >= 4096 - 64, shift);
        var theirs = Strip(there, step => across(step) <= 64, step => step);
        Assert.Equal(ours.Order(), theirs.Order());

        static IEnumerable<(ulong, int, int, int, int)> Strip(DecodedFeature[] features, Func<Step, bool> within, Func<Step, Step> shift) =>
            from feature in features
            from edge in feature.Edges
            where within(edge.From) && within(edge.To) && !OnCut(edge)
            let moved = (From: shift(edge.From), To: shift(edge.To))
            where !OnCut(moved) && !OnCut((new(moved.From.X + 4096, moved.From.Y + 4096), new(moved.To.X + 4096, moved.To.Y + 4096)))
            select (feature.Id, moved.From.X, moved.From.Y, moved.To.X, moved.To.Y);
    }

    /// <summary>True for an edge that runs where the tile is cut off: it is no border.</summary>
    private static bool OnCut((Step From, Step To) edge) =>
        (edge.From.X == edge.To.X && edge.From.X is Low or High) || (edge.From.Y == edge.To.Y && edge.From.Y is Low or High);
}
