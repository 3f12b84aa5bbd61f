using Bolyst.Service.Tiles.Mvt;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>A vertex in steps of a tile, 4096 to its side, from its north-west corner.</summary>
internal readonly record struct Step(int X, int Y);

/// <summary>A feature of a tile with its commands run: section 4.3 of the Vector Tile Specification 2.1.</summary>
/// <param name="Id">The zone's place, from 1.</param>
/// <param name="IsArea">False for a point.</param>
/// <param name="Paths">Rings, without the closing vertex; of a point its one vertex.</param>
internal sealed record DecodedFeature(ulong Id, bool IsArea, IReadOnlyList<Step[]> Paths)
{
    private const uint MoveTo = 1;
    private const uint LineTo = 2;

    public static DecodedFeature Of(Tile.Types.Feature feature)
    {
        var (paths, path, at) = (new List<Step[]>(), new List<Step>(), default(Step));
        for (var i = 0; i < feature.Geometry.Count;)
        {
            var (command, count) = (feature.Geometry[i] & 7, feature.Geometry[i++] >> 3);
            if (command is not (MoveTo or LineTo))
                continue;
            if (command == MoveTo && path.Count > 0)
                (paths, path) = ([.. paths, [.. path]], []);
            for (; count > 0; count--, i += 2)
            {
                at = new(at.X + Zigzag(feature.Geometry[i]), at.Y + Zigzag(feature.Geometry[i + 1]));
                path.Add(at);
            }
        }

        return new(feature.Id, feature.Type == Tile.Types.GeomType.Polygon, [.. paths, [.. path]]);
    }

    /// <summary>Edges as the rings walk them.</summary>
    public IEnumerable<(Step From, Step To)> Edges => IsArea ? Paths.SelectMany(ring => ring.Select((from, i) => (from, ring[(i + 1) % ring.Length]))) : [];

    /// <summary>Twice the area inside the rings, in square steps: exact, and positive as the specification wants outer rings.</summary>
    public long TwiceArea => Edges.Sum(edge => ((long)edge.From.X * edge.To.Y) - ((long)edge.To.X * edge.From.Y));

    private static int Zigzag(uint value) => (int)(value >> 1) ^ -(int)(value & 1);
}
