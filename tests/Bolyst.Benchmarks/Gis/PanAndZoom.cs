using System.Globalization;
using Bolyst.Store;

namespace Bolyst.Benchmarks.Gis;

/// <summary>
/// 500 tiles that a person asks for, in order (pan-and-zoom.txt): a window of 4 by 3 tiles at Oslo, Bergen, Trondheim, Tromsø, Stavanger and
/// Kristiansand, from zoom 4 to 14 and back, moved half a window east at each zoom from 8 on. A tile seen once is not asked for again.
/// </summary>
internal static class PanAndZoom
{
    public static IReadOnlyList<TileKey> Tiles { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Gis", "pan-and-zoom.txt"))
            .Select(line => line.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray())
            .Select(tile => new TileKey(tile[0], tile[1], tile[2])),
    ];
}
