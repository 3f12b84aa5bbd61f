namespace Bolyst.Store.Coverage;

/// <summary>The grid of a vector tile at one zoom: 4096 steps to a tile, from the north-west corner of the world in EPSG:3857.</summary>
/// <param name="Zoom">0 to <see cref="MaxZoom"/>.</param>
internal readonly record struct TileGrid(int Zoom)
{
    /// <summary>The most detailed zoom that is prepared; a client stretches its tiles for closer views. At 14 a step is 0.6 m.</summary>
    public const int MaxZoom = 14;

    /// <summary>Steps to the side of a tile.</summary>
    public const int Side = 4096;

    /// <summary>A tile also holds what lies this many steps outside it, so that strokes and labels meet over its sides.</summary>
    public const int Margin = 64;

    // Half the circumference of the sphere of EPSG:3857, radius 6 378 137 m.
    private const double Edge = Math.PI * 6378137;

    // MapLibre draws a tile over 512 pixels.
    private const int StepsPerPixel = Side / 512;

    /// <summary>Metres of EPSG:3857 in a step.</summary>
    public double Step => 2 * Edge / ((double)Side * (1 << Zoom));

    /// <summary>Metres of EPSG:3857 in a pixel.</summary>
    public double Pixel => StepsPerPixel * Step;

    /// <summary>A corner that covers less than half a square pixel is not seen.</summary>
    public double SmallestCorner => 0.5 * Pixel * Pixel;

    /// <summary>A part of a zone smaller than four square pixels is not drawn as an area.</summary>
    public const int SmallestPart = 4 * StepsPerPixel * StepsPerPixel;

    /// <summary>The nearest crossing of the grid.</summary>
    public GridPoint ToSteps(Vertex vertex) => new((int)Math.Round((vertex.X + Edge) / Step), (int)Math.Round((Edge - vertex.Y) / Step));
}
