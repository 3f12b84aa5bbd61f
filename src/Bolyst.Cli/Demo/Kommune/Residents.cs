namespace Bolyst.Cli.Demo.Kommune;

/// <summary>How many live in each cell on 1 January of each year.</summary>
internal sealed class Residents
{
    public const int FirstYear = 2012;
    public const int LastYear = 2023;
    public const int YearCount = LastYear - FirstYear + 1;

    private readonly int[,] byCellAndYear;

    public Residents(Ground ground, ulong seed)
    {
        Uninhabited = ground.Nearest(-500, 400);
        Sparse = [Ground.Island, ground.Nearest(7000, 0)];
        byCellAndYear = new int[ground.Cells.Count, YearCount];
        for (var cell = 0; cell < ground.Cells.Count; cell++)
        {
            var random = SplitMix64.For(seed, (int)Purpose.Population, cell);
            var first = cell == Uninhabited ? 0 : Sparse.Contains(cell) ? random.Between(5, 9) : random.Between(180, 720);
            var drift = random.Between(-6, 18);
            for (var year = 0; year < YearCount; year++)
            {
                byCellAndYear[cell, year] = first * (1000 + drift * year + random.Between(-8, 8)) / 1000;
            }
        }
    }

    public static IEnumerable<int> Years => Enumerable.Range(FirstYear, YearCount);

    /// <summary>The harbour: a grunnkrets where nobody lives, so that no share exists.</summary>
    public int Uninhabited { get; }

    /// <summary>A handful of people each: nearly every count is suppressed.</summary>
    public IReadOnlyList<int> Sparse { get; }

    public int Of(int cell, int year) => byCellAndYear[cell, year - FirstYear];
}
