using Bolyst.Statistics.Spatial;

namespace Bolyst.Statistics.Tests.Spatial;

/// <summary>Squares in rows and columns.</summary>
internal static class Lattice
{
    public static Outline Square(double x, double y, double size = 1) =>
        new([[x, y, x + size, y, x + size, y + size, x, y + size, x, y]]);

    public static Outline?[] Squares(int rows, int columns) =>
        [.. Enumerable.Range(0, rows * columns).Select(i => Square(i % columns, i / columns))];

    public static SpatialWeights Rook(int rows, int columns) => Contiguity.ByVertices(Squares(rows, columns), ContiguityRule.Rook);
}
