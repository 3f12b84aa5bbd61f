using System.Globalization;
using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Tests.Zones;

/// <summary>Which zone sets follow each other: level, time and place together.</summary>
public class GenerationsTests
{
    // West, south, east, north.
    private static readonly double[] Oslo = [0, 0, 10, 10];
    private static readonly double[] Bergen = [100, 0, 110, 10];

    [Fact]
    public async Task The_newest_that_ended_before_comes_before() =>
        Assert.Equal(
            [("b", "a"), ("c", "b")],
            await FindAsync(("a", "krets", "2012", "2017", Oslo), ("b", "krets", "2018", "2019", Oslo), ("c", "krets", "2020", null, Oslo)));

    [Fact]
    public async Task Sets_of_another_level_or_in_force_together_do_not_follow_each_other() =>
        Assert.Empty(await FindAsync(("a", "bydel", "2012", "2017", Oslo), ("b", "krets", "2012", null, Oslo), ("c", "krets", "2018", null, Oslo)));

    [Fact]
    public async Task Sets_elsewhere_or_of_a_part_alone_do_not_follow_each_other()
    {
        Assert.Empty(await FindAsync(("a", "bydel", "2012", "2017", Oslo), ("b", "bydel", "2018", null, Bergen)));
        // Oslo is 100 of the 1 100 that the country covers.
        Assert.Empty(await FindAsync(("a", "krets", "2012", "2017", Oslo), ("b", "krets", "2018", null, [0, 0, 110, 10])));
        // Grown by half: 100 of 150 are shared.
        Assert.Equal([("b", "a")], await FindAsync(("a", "krets", "2012", "2017", Oslo), ("b", "krets", "2018", null, [0, 0, 15, 10])));
    }

    [Fact]
    public async Task A_set_without_outlines_follows_none() =>
        Assert.Empty(await FindAsync(("a", "krets", "2012", "2017", null), ("b", "krets", "2018", null, Oslo)));

    private static async Task<IEnumerable<(string, string)>> FindAsync(params (string Key, string Level, string From, string? To, double[]? Box)[] sets)
    {
        var found = await Generations.FindAsync(
            [.. sets.Select(set => new ZoneSetInfo(set.Key, 1, set.Level, new(set.Key), Day(set.From, "01-01"), set.To is { } to ? Day(to, "12-31") : null, true, "CC0", null, true, 1, 1))],
            key => Task.FromResult(sets.Single(set => set.Key == key).Box));
        return found.Select(pair => (pair.Key, pair.Value)).Order();
    }

    private static DateOnly Day(string year, string rest) => DateOnly.ParseExact($"{year}-{rest}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
