using NetTopologySuite.Geometries;

namespace Bolyst.Store.Tests.Coverage;

/// <summary>A square of side 2 km cut into cells with crooked shared borders, in EPSG:3857 near Oslo.</summary>
internal static class Tessellation
{
    private const int VerticesOnSide = 12;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 3857);

    /// <summary>The cells, row by row. Each border is drawn once and used by both sides; <paramref name="offset"/> moves every cell's own copy of it, but for the
    /// ends on the square's sides: a wedge that is open to the outside is ground without a zone, not a gap between two.</summary>
    public static MultiPolygon[] Cells(int side, int seed, double offset = 0)
    {
        var random = new Random(seed);
        var cell = 2000.0 / side;
        var horizontal = Enumerable.Range(0, side + 1).Select(row => Enumerable.Range(0, side).Select(column => Crooked(random, cell, column, row, 1, 0)).ToArray()).ToArray();
        var vertical = Enumerable.Range(0, side).Select(row => Enumerable.Range(0, side + 1).Select(column => Crooked(random, cell, column, row, 0, 1)).ToArray()).ToArray();
        var cells = new List<MultiPolygon>();
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
            {
                Coordinate[] ring =
                [
                    .. horizontal[row][column],
                    .. vertical[row][column + 1].Skip(1),
                    .. horizontal[row + 1][column].Reverse().Skip(1),
                    .. vertical[row][column].Reverse().Skip(1),
                ];
                var moved = Array.ConvertAll(ring, point => OnOutline(point) ? point : new Coordinate(point.X + Shake(random, offset), point.Y + Shake(random, offset)));
                moved[^1] = moved[0];
                cells.Add(Factory.CreateMultiPolygon([Factory.CreatePolygon(offset == 0 ? ring : moved)]));
            }
        }

        return [.. cells];
    }

    private static bool OnOutline(Coordinate point) => point.X is 1_190_000 or 1_192_000 || point.Y is 8_380_000 or 8_382_000;

    private static double Shake(Random random, double offset) => ((random.NextDouble() * 2) - 1) * offset;

    private static Coordinate[] Crooked(Random random, double cell, int column, int row, int alongX, int alongY)
    {
        var line = new Coordinate[VerticesOnSide + 1];
        for (var i = 0; i <= VerticesOnSide; i++)
        {
            var along = cell * i / VerticesOnSide;
            // Nearer its own line than the line that it meets at either end, so that borders never cross.
            var aside = Shake(random, 0.6 * Math.Min(Math.Min(along, cell - along), cell / 4));
            // One product a coordinate, so that lines that meet in a corner meet to the last bit.
            line[i] = new Coordinate(
                1_190_000 + (cell * (column + ((double)i * alongX / VerticesOnSide))) + (aside * alongY),
                8_380_000 + (cell * (row + ((double)i * alongY / VerticesOnSide))) + (aside * alongX));
        }

        return line;
    }
}
