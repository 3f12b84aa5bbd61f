using Bolyst.Intake.Observations;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Intake.Tests.Observations;

public sealed class SeenCellsTests
{
    [Fact]
    public void A_second_row_is_told_with_the_first_over_files()
    {
        var seen = new SeenCells(10);
        var key = new SeriesKey(0, 0, 0);
        seen.Begin("a.csv", 0);
        Assert.True(seen.TryAdd(key, 7, 2, out _));
        Assert.True(seen.TryAdd(key, 263, 3, out _));
        seen.Begin("b.csv", 3);
        Assert.True(seen.TryAdd(new SeriesKey(1, 0, 0), 7, 2, out _));
        Assert.False(seen.TryAdd(key, 7, 5, out var first));
        Assert.Equal("a.csv:2", first);
        Assert.False(seen.TryAdd(new SeriesKey(1, 0, 0), 7, 6, out first));
        Assert.Equal("b.csv:2", first);
    }

    [Fact]
    public void A_delivery_of_endless_series_is_refused()
    {
        var seen = new SeenCells(2);
        seen.Begin("a.csv", 0);
        seen.TryAdd(new SeriesKey(0, 0, 0), 1, 1, out _);
        seen.TryAdd(new SeriesKey(0, 1, 0), 1, 2, out _);

        Assert.Contains("more than 2 series", Assert.Throws<DeliveryFileException>(() => seen.TryAdd(new SeriesKey(0, 2, 0), 1, 3, out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_remembers_what_a_plain_set_remembers()
    {
        // The pages and the last-page shortcut are an optimisation of a set of (series, zone).
        var cells = Gen.Choose(0, 3).SelectMany(s => Gen.Choose(0, 600).Select(z => (new SeriesKey(s, s % 2, 0), z))).ListOf();
        Prop.ForAll(cells.ToArbitrary(), given =>
        {
            var seen = new SeenCells(100);
            seen.Begin("a.csv", 0);
            var plain = new HashSet<(SeriesKey, int)>();
            var line = 0;
            return given.All(cell => plain.Add(cell) == seen.TryAdd(cell.Item1, cell.z, ++line, out _));
        }).QuickCheckThrowOnFailure();
    }
}
