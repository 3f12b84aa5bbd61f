using System.Collections.Concurrent;
using Bolyst.Service.Faults;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics.Spatial;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Analysis;

/// <summary>Who is whose neighbour in a zone set. Found from the outlines once and kept, for a generation of zones never changes.</summary>
internal sealed class Neighbourhoods
{
    private const int Kept = 16;
    private const int DefaultCount = 6;
    private const int MaxCount = 100;

    private readonly ConcurrentDictionary<Key, SpatialWeights> known = new();

    /// <summary>Checks a rule, so far as it can be without outlines.</summary>
    public static void Check(V1.NeighbourRule? rule, string field, FieldChecks checks)
    {
        if (rule is null)
        {
            return;
        }

        checks.Known(rule.Kind, field + ".kind");
        checks.Between(rule.Count, 1, MaxCount, field + ".count");
        if (!(rule.ToleranceM >= 0 && double.IsFinite(rule.ToleranceM)))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, field + ".tolerance_m", "must be 0 or more.");
        }

        var needsDistance = rule.Kind is V1.NeighbourKind.Buffer or V1.NeighbourKind.Band;
        if (needsDistance && !(rule.DistanceM > 0 && double.IsFinite(rule.DistanceM)))
        {
            checks.Add(V1.ErrorReason.FieldOutOfRange, field + ".distance_m", "must be above 0.");
        }
    }

    /// <summary>The neighbours of a zone set by a checked rule.</summary>
    public async ValueTask<SpatialWeights> FindAsync(Dataset dataset, string zoneSet, V1.NeighbourRule? rule, CancellationToken cancellation)
    {
        rule ??= new();
        var key = new Key(zoneSet, dataset.ZoneSet(zoneSet).Version, rule.Kind, rule.ToleranceM, rule.DistanceM, rule.Count, rule.Binary);
        if (known.TryGetValue(key, out var weights))
        {
            return weights;
        }

        var binary = await ReadAsync(dataset, zoneSet, rule, cancellation);
        weights = known.GetOrAdd(key, rule.Binary ? binary : binary.Standardise());
        while (known.Count > Kept)
        {
            known.TryRemove(known.Keys.First(other => other != key), out _);
        }

        return weights;
    }

    private static async Task<SpatialWeights> ReadAsync(Dataset dataset, string zoneSet, V1.NeighbourRule rule, CancellationToken cancellation)
    {
        var outlines = new List<Outline?>();
        var points = new List<(double X, double Y)>();
        var without = new List<string>();
        await foreach (var zone in dataset.Store.Outlines.StreamAsync(zoneSet, asOf: dataset.Version, cancellation: cancellation))
        {
            outlines.Add(zone.Outline is { } outline ? new(Rings(outline.ToGeometry())) : null);
            if (zone.Zone.Shape is { } shape)
            {
                points.Add((shape.PointX, shape.PointY));
            }
            else
            {
                without.Add(zone.Zone.Code);
            }
        }

        if (rule.Kind is not (V1.NeighbourKind.Nearest or V1.NeighbourKind.Band))
        {
            return rule.Kind switch
            {
                V1.NeighbourKind.Buffer => Nearness.Buffer(outlines, rule.DistanceM),
                V1.NeighbourKind.Rook => Contiguity.ByVertices(outlines, ContiguityRule.Rook, rule.ToleranceM),
                _ => Contiguity.ByVertices(outlines, ContiguityRule.Queen, rule.ToleranceM),
            };
        }

        if (without.Count > 0)
        {
            throw Fault.InvalidArgument(
                V1.ErrorReason.FieldOutOfRange, "neighbours.kind", $"needs a place for every zone, and {string.Join(", ", without.Take(10))} have no outline. Ask by queen.");
        }

        var count = rule.Count == 0 ? DefaultCount : rule.Count;
        if (rule.Kind == V1.NeighbourKind.Nearest && count >= points.Count)
        {
            throw Fault.InvalidArgument(
                V1.ErrorReason.FieldOutOfRange, "neighbours.count", $"is {count}, and the zone set has {points.Count} zones; fewer than that can be neighbours.");
        }

        return rule.Kind == V1.NeighbourKind.Band ? Nearness.Band(points, rule.DistanceM) : Nearness.Nearest(points, count);
    }

    private static List<double[]> Rings(Geometry geometry)
    {
        var rings = new List<double[]>();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            var polygon = (Polygon)geometry.GetGeometryN(i);
            foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            {
                var vertices = ring.CoordinateSequence;
                var flat = new double[2 * vertices.Count];
                for (var v = 0; v < vertices.Count; v++)
                {
                    (flat[2 * v], flat[(2 * v) + 1]) = (vertices.GetX(v), vertices.GetY(v));
                }

                rings.Add(flat);
            }
        }

        return rings;
    }

    private sealed record Key(string ZoneSet, long Version, V1.NeighbourKind Kind, double Tolerance, double Distance, int Count, bool Binary);
}
