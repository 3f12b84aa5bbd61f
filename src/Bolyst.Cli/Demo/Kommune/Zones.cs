using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Kommune;

/// <summary>A grunnkrets in one of its two years of division. Most are one cell; a joined one is two.</summary>
/// <param name="Code">Kommune (4), delområde (2), number (2).</param>
/// <param name="Name">An invented place name.</param>
/// <param name="Cells">Indexes into the kommune's cells.</param>
internal sealed record Grunnkrets(string Code, string Name, IReadOnlyList<int> Cells);

/// <summary>A zone whose ground stayed the same while its code changed.</summary>
/// <param name="CodeBefore">Until the end of 2017.</param>
/// <param name="Code">From 2018.</param>
/// <param name="Name">An invented place name.</param>
/// <param name="Cells">Indexes into the kommune's cells.</param>
internal sealed record LastingZone(string CodeBefore, string Code, string Name, IReadOnlyList<int> Cells)
{
    /// <summary>The code that a table of a year used.</summary>
    public string CodeIn(int year) => year < CodeReform.Year ? CodeBefore : Code;
}

/// <summary>The day the kommune was renumbered, one centre renumbered its delområder, one grunnkrets was divided and two were joined.</summary>
internal static class CodeReform
{
    public const int Year = 2018;

    public const string KommuneBefore = "9704";

    public const string Kommune = "9811";
}

/// <summary>An områdesatsing with a boundary that follows no zone.</summary>
/// <param name="Key">The key in the description.</param>
/// <param name="Name">The programme's name.</param>
/// <param name="Boundary">Closed ring.</param>
/// <param name="TreatedCells">Cells whose site lies inside the boundary.</param>
internal sealed record DemoOmradesatsing(string Key, string Name, IReadOnlyList<MapPoint> Boundary, IReadOnlyList<int> TreatedCells);
