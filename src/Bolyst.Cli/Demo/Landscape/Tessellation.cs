using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace Bolyst.Cli.Demo.Landscape;

/// <summary>A use of a shared border in a cell's outline.</summary>
internal readonly record struct BorderUse(int Border, bool Reversed);

/// <summary>The ground nearest to a site, its outline told by the borders it shares with its neighbours.</summary>
internal sealed record Cell(Site Site, IReadOnlyList<BorderUse> Outline);

/// <summary>A Voronoi tessellation with roughened borders. Every border is kept once and used by the two cells beside it.</summary>
internal sealed class Tessellation
{
    private Tessellation(IReadOnlyList<Cell> cells, IReadOnlyList<List<MapPoint>> borders) => (Cells, Borders) = (cells, borders);

    public IReadOnlyList<Cell> Cells { get; }

    public IReadOnlyList<List<MapPoint>> Borders { get; }

    public static Tessellation Of(IReadOnlyList<Site> sites, ulong seed)
    {
        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(sites.Select(site => new Coordinate(site.East, site.North)).ToList());
        var outlines = builder.GetDiagram(GeometryFactory.Default)
            .Cast<Polygon>()
            .ToDictionary(cell => Rounded((Coordinate)cell.UserData), cell => Corners(cell));

        var borders = new List<List<MapPoint>>();
        var borderByEnds = new Dictionary<(MapPoint, MapPoint), int>();
        var cells = new List<Cell>();
        foreach (var site in sites)
        {
            var corners = outlines[new MapPoint(site.East, site.North)];
            var outline = new List<BorderUse>();
            for (var corner = 0; corner < corners.Count; corner++)
            {
                var (from, to) = (corners[corner], corners[(corner + 1) % corners.Count]);
                var reversed = to.Precedes(from);
                var ends = reversed ? (to, from) : (from, to);
                if (!borderByEnds.TryGetValue(ends, out var border))
                {
                    border = borders.Count;
                    borders.Add(JaggedBorder.Draw(ends.Item1, ends.Item2, seed));
                    borderByEnds.Add(ends, border);
                }

                outline.Add(new BorderUse(border, reversed));
            }

            cells.Add(new Cell(site, outline));
        }

        return new Tessellation(cells, borders);
    }

    /// <summary>A cell's outline as a closed ring.</summary>
    public List<MapPoint> Ring(Cell cell)
    {
        var ring = new List<MapPoint>();
        foreach (var use in cell.Outline)
        {
            var line = Borders[use.Border];
            ring.AddRange(use.Reversed ? Enumerable.Reverse(line).SkipLast(1) : line.SkipLast(1));
        }

        ring.Add(ring[0]);
        return ring;
    }

    /// <summary>Corners in whole metres; both cells beside a border round it alike, so that they still share it.</summary>
    private static List<MapPoint> Corners(Polygon cell)
    {
        var corners = cell.Shell.Coordinates.SkipLast(1).Select(Rounded).ToList();
        return corners.Where((corner, index) => corner != corners[(index + corners.Count - 1) % corners.Count]).ToList();
    }

    private static MapPoint Rounded(Coordinate coordinate) => new((int)Math.Round(coordinate.X), (int)Math.Round(coordinate.Y));
}
