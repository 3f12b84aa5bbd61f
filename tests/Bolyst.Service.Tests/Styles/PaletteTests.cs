using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Tests.Styles;

public class PaletteTests
{
    /// <summary>A difference of 1 is just seen when two colours touch and 2.3 at a glance; classes lie apart on a map and in its legend.</summary>
    private const double Apart = 4.5;

    /// <summary>Pairs 1, 7, 17 and 25 of the table of Sharma, Wu and Dalal (2005).</summary>
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 0, 0, 50, -1, 2, 2.3669)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    public void The_measure_is_ciede2000(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, ColourVision.Ciede2000((l1, a1, b1), (l2, a2, b2)), 0.0001);

    [Fact]
    public void Neighbouring_classes_are_told_apart_by_every_eye()
    {
        foreach (var palette in Palette.All)
        {
            foreach (var row in Rows(palette))
            {
                foreach (var (eye, matrix) in ColourVision.Eyes)
                {
                    for (var i = 1; i < row.Count; i++)
                    {
                        var distance = ColourVision.Distance(row[i - 1], row[i], matrix);
                        Assert.True(distance >= Apart, $"{palette.Name}, {row.Count} classes, {eye}: {row[i - 1]} and {row[i]} differ by {distance:F1}.");
                    }
                }
            }
        }
    }

    [Fact]
    public void The_two_sides_of_a_middle_are_told_apart_by_every_eye()
    {
        foreach (var row in Rows(Palette.AroundMiddle))
        {
            Assert.All(ColourVision.Eyes, eye => Assert.True(ColourVision.Distance(row[0], row[^1], eye.Value) >= 20, $"{row.Count} classes, {eye.Key}"));
        }
    }

    [Fact]
    public void Every_number_of_classes_has_its_colours()
    {
        Assert.All(Palette.All.Where(palette => !palette.IsDiverging), palette => Assert.All(Enumerable.Range(0, 10), classes => Assert.Equal(classes, palette.Take(classes).Count)));
        for (var (below, above) = (0, 5); below <= 5; below++)
        {
            Assert.Equal(below + above, Palette.AroundMiddle.TakeAround(below, across: false, above)!.Count);
            Assert.Equal(below + 1 + above, Palette.AroundMiddle.TakeAround(below, across: true, above)!.Count);
        }

        Assert.Null(Palette.AroundMiddle.TakeAround(6, across: false, 1));
        Assert.Equal(["#b2abd2", "#fdb863", "#e66101"], Palette.AroundMiddle.TakeAround(1, across: false, 2));
    }

    [Fact]
    public void Patterns_are_seen_and_are_grey_which_no_class_is()
    {
        Assert.True(ColourVision.Contrast(PatternLook.Ink, PatternLook.Ground) >= 3);
        Assert.True(ColourVision.Contrast(PatternLook.Outline, "#ffffff") >= 3);
        Assert.All(Palette.All.Where(palette => !palette.IsDiverging), palette => Assert.All(palette.Take(9), colour =>
            Assert.True(ColourVision.Distance(colour, PatternLook.Ink, ColourVision.Eyes["all"]) >= Apart, $"{palette.Name} {colour}")));
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(Palette palette) => palette.Rows.Values;
}
