using Bolyst.Store.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Store.Tests;

public class PeriodTests
{
    [Theory]
    [InlineData("2013", "2013-01-01", "2014-01-01")]
    [InlineData("2021K4", "2021-10-01", "2022-01-01")]
    [InlineData("2021M05", "2021-05-01", "2021-06-01")]
    [InlineData("2021M12", "2021-12-01", "2022-01-01")]
    [InlineData("2019-2021", "2019-01-01", "2022-01-01")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01")]
    public void A_code_has_its_days(string code, string start, string end)
    {
        var period = Period.Parse(code);

        Assert.Equal((code, start, end), (period.ToString(), $"{period.Start:yyyy-MM-dd}", $"{period.End:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("13")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("2021K5")]
    [InlineData("2021K0")]
    [InlineData("2021M13")]
    [InlineData("2021m05")]
    [InlineData("2021-2019")]
    [InlineData("2023-02-29")]
    [InlineData(" 2013")]
    [InlineData("+201")]
    [InlineData("٢٠١٣")]
    [InlineData("2013-01")]
    [InlineData("20131")]
    public void Anything_else_is_refused_with_the_forms(string text)
    {
        Assert.False(Period.TryParse(text, out _));
        Assert.Contains("2021K4", Assert.Throws<FormatException>(() => Period.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_is_by_end_then_start()
    {
        string[] codes = ["2019", "2019-2021", "2020", "2021", "2021K4", "2021M12", "2021-12-31", "2022"];

        Assert.Equal(["2019", "2020", "2019-2021", "2021", "2021K4", "2021M12", "2021-12-31", "2022"], codes.Reverse().Select(Period.Parse).Order().Select(period => period.Code));
    }

    [Fact]
    public void Quarters_and_months_divide_the_year() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 9998).ToArbitrary(), year =>
    {
        var whole = Period.Year(year);
        foreach (var parts in new[] { Parts("K", 4, "D1"), Parts("M", 12, "D2") })
        {
            Assert.Equal((whole.Start, whole.End), (parts[0].Start, parts[^1].End));
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        }

        Period[] Parts(string letter, int count, string format) =>
            [.. Enumerable.Range(1, count).Select(part => Period.Parse(whole.Code + letter + part.ToString(format, System.Globalization.CultureInfo.InvariantCulture)))];
    }));
}
