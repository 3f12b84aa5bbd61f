using Bolyst.Store;

namespace Bolyst.Service.Tiles.Archive;

/// <summary>
/// The number of a tile in a PMTiles archive: its place on the Hilbert curves of all zooms, one after another, so that tiles that lie
/// near each other stand near each other in the file.
/// </summary>
internal static class TileOrder
{
    public static ulong IdOf(TileKey tile)
    {
        // All tiles of the zooms before: 1 + 4 + 16 + ...
        var id = ((1UL << (2 * tile.Zoom)) - 1) / 3;
        var (x, y) = (tile.Column, tile.Row);
        for (var level = tile.Zoom - 1; level >= 0; level--)
        {
            var half = 1 << level;
            var (right, lower) = ((x & half) != 0, (y & half) != 0);
            var quadrant = (right, lower) switch { (false, false) => 0UL, (false, true) => 1UL, (true, true) => 2UL, (true, false) => 3UL };
            id += quadrant << (2 * level);
            if (!lower)
            {
                // The curve enters the two upper quadrants turned, so that its ends meet.
                var (turnedX, turnedY) = right ? (half - 1 - (x & (half - 1)), half - 1 - (y & (half - 1))) : (x, y);
                (x, y) = (turnedY, turnedX);
            }
        }

        return id;
    }
}
