namespace Bolyst.Statistics.Spatial;

/// <summary>Which outlines come near each other, side by side through a grid.</summary>
internal static class OutlineDistance
{
    public static IReadOnlyList<IReadOnlyCollection<int>> NeighboursWithin(IReadOnlyList<Outline?> outlines, double distance)
    {
        var neighbours = outlines.Select(_ => new HashSet<int>()).ToArray();
        var cells = new Dictionary<(long, long), List<(int Zone, Side Side)>>();
        var cell = Math.Max(distance, TypicalSide(outlines));
        for (var zone = 0; zone < outlines.Count; zone++)
        {
            foreach (var (x1, y1, x2, y2) in outlines[zone]?.Sides() ?? [])
            {
                var side = new Side(x1, y1, x2, y2);
                foreach (var key in side.Cells(cell, distance))
                {
                    if (!cells.TryGetValue(key, out var members))
                    {
                        cells[key] = members = [];
                    }

                    foreach (var (other, otherSide) in members)
                    {
                        if (other != zone && !neighbours[zone].Contains(other) && side.DistanceSquared(otherSide) <= distance * distance)
                        {
                            neighbours[zone].Add(other);
                            neighbours[other].Add(zone);
                        }
                    }

                    members.Add((zone, side));
                }
            }
        }

        return neighbours;
    }

    private static double TypicalSide(IReadOnlyList<Outline?> outlines)
    {
        var lengths = outlines.SelectMany(o => o?.Sides() ?? []).Select(s => Math.Max(Math.Abs(s.X2 - s.X1), Math.Abs(s.Y2 - s.Y1))).ToArray();
        return lengths.Length == 0 ? 0 : Moments.Median(lengths);
    }

    private readonly record struct Side(double X1, double Y1, double X2, double Y2)
    {
        /// <summary>The cells that the side, widened by the distance, may reach.</summary>
        public IEnumerable<(long, long)> Cells(double cell, double distance)
        {
            var (left, right) = (Math.Min(X1, X2) - (distance / 2), Math.Max(X1, X2) + (distance / 2));
            var (bottom, top) = (Math.Min(Y1, Y2) - (distance / 2), Math.Max(Y1, Y2) + (distance / 2));
            for (var x = (long)Math.Floor(left / cell); x <= (long)Math.Floor(right / cell); x++)
            {
                for (var y = (long)Math.Floor(bottom / cell); y <= (long)Math.Floor(top / cell); y++)
                {
                    yield return (x, y);
                }
            }
        }

        public double DistanceSquared(Side other) => Crosses(other)
            ? 0
            : Math.Min(
                Math.Min(ToPoint(other.X1, other.Y1), ToPoint(other.X2, other.Y2)),
                Math.Min(other.ToPoint(X1, Y1), other.ToPoint(X2, Y2)));

        private bool Crosses(Side other) =>
            Turn(other.X1, other.Y1) * Turn(other.X2, other.Y2) < 0 && other.Turn(X1, Y1) * other.Turn(X2, Y2) < 0;

        private double Turn(double x, double y) => ((X2 - X1) * (y - Y1)) - ((Y2 - Y1) * (x - X1));

        private double ToPoint(double x, double y)
        {
            var (dx, dy) = (X2 - X1, Y2 - Y1);
            var length = (dx * dx) + (dy * dy);
            var along = length == 0 ? 0 : Math.Clamp((((x - X1) * dx) + ((y - Y1) * dy)) / length, 0, 1);
            return PointGrid.Square((X1 + (along * dx), Y1 + (along * dy)), (x, y));
        }
    }
}
