using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Kommune;

/// <summary>The land of the kommune: the cells that are its own, who lies beside whom, and what stands out among them.</summary>
internal sealed class Ground
{
    /// <summary>As many cells as 180 grunnkretser need when two are joined to another each: one pair by reform, one islet by water.</summary>
    public const int CellCount = 182;

    /// <summary>An island that is a grunnkrets of its own.</summary>
    public const int Island = CellCount - 2;

    /// <summary>An islet that belongs to a grunnkrets on the shore: one grunnkrets of two parts.</summary>
    public const int Islet = CellCount - 1;

    private Ground(Tessellation tessellation, IReadOnlyList<Cell> cells, IReadOnlyList<IReadOnlySet<int>> neighbours) =>
        (Tessellation, Cells, Neighbours) = (tessellation, cells, neighbours);

    public Tessellation Tessellation { get; }

    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>For each cell, those that share a border with it. Empty for an island.</summary>
    public IReadOnlyList<IReadOnlySet<int>> Neighbours { get; }


    public static Ground Of(ulong seed)
    {
        var sites = Lattice.Sites(seed);
        var tessellation = Tessellation.Of(sites, seed);
        var islands = Coast.Islands
            .Select(place => tessellation.Cells.Where(cell => Coast.IsSea(cell.Site)).MinBy(cell => cell.Site.SquaredLatticeDistanceTo(place.U, place.V))!)
            .ToList();
        var mainland = tessellation.Cells
            .Where(cell => !Coast.IsWater(cell.Site))
            .OrderBy(cell => cell.Site.SquaredLatticeDistanceTo(0, 0))
            .Take(CellCount - islands.Count);
        List<Cell> cells = [.. mainland, .. islands];
        return new Ground(tessellation, cells, NeighboursOf(cells));
    }

    /// <summary>The cell whose site is nearest to a place in the lattice.</summary>
    public int Nearest(int u, int v, IEnumerable<int>? among = null) =>
        (among ?? Enumerable.Range(0, Cells.Count)).MinBy(cell => Cells[cell].Site.SquaredLatticeDistanceTo(u, v));

    private static List<IReadOnlySet<int>> NeighboursOf(List<Cell> cells)
    {
        var usersOfBorder = cells
            .SelectMany((cell, index) => cell.Outline.Select(use => (use.Border, Cell: index)))
            .ToLookup(use => use.Border, use => use.Cell);
        return cells
            .Select((cell, index) => (IReadOnlySet<int>)cell.Outline.SelectMany(use => usersOfBorder[use.Border]).Where(other => other != index).ToHashSet())
            .ToList();
    }
}
