using Bolyst.Store.Coverage;

namespace Bolyst.Store;

/// <summary>
/// A degree to which the outlines of every zone set are kept simplified, over shared borders, so that neighbours share every vertex: what
/// the tiles of a zoom draw.
/// </summary>
/// <param name="Zoom">The zoom.</param>
/// <param name="Metres">
/// Side of a pixel of that zoom in metres of EPSG:3857: a corner that covers less than half a square of it is left out, and so is a part
/// that covers less than four. On the ground it is shorter by the cosine of the latitude: half at 60° north.
/// </param>
public sealed record Simplification(int Zoom, double Metres)
{
    private static readonly Simplification[] Kept =
        [.. Enumerable.Range(0, TileGrid.MaxZoom + 1).Select(zoom => new Simplification(zoom, new TileGrid(zoom).Pixel))];

    /// <summary>The strongest that is kept and not coarser than asked; null when the outlines as delivered are the only ones so fine.</summary>
    /// <param name="metres">Metres of EPSG:3857.</param>
    public static Simplification? Within(double metres) => Kept.FirstOrDefault(kept => kept.Metres <= metres);
}
