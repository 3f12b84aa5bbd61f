using Bolyst.Intake.Description;
using Bolyst.Intake.Observations;
using Bolyst.Statistics;

namespace Bolyst.Intake.Tests.Observations;

public sealed class NumberReaderTests
{
    private static readonly Markers Standard = new(new Dictionary<string, ObservationStatus>());

    [Theory]
    [InlineData("12.5", DecimalMark.Point, ThousandsMark.None, 12.5)]
    [InlineData(" 12.5 ", DecimalMark.Point, ThousandsMark.None, 12.5)]
    [InlineData("-3", DecimalMark.Point, ThousandsMark.None, -3)]
    [InlineData("−3", DecimalMark.Point, ThousandsMark.None, -3)]
    [InlineData("1e3", DecimalMark.Point, ThousandsMark.None, 1000)]
    [InlineData("12,5", DecimalMark.Comma, ThousandsMark.None, 12.5)]
    [InlineData("1 234 567,5", DecimalMark.Comma, ThousandsMark.Space, 1234567.5)]
    [InlineData("1\u00A0234", DecimalMark.Comma, ThousandsMark.Space, 1234)]
    [InlineData("1\u202F234", DecimalMark.Comma, ThousandsMark.Space, 1234)]
    [InlineData("1.234.567,5", DecimalMark.Comma, ThousandsMark.Point, 1234567.5)]
    [InlineData("1,234.5", DecimalMark.Point, ThousandsMark.Comma, 1234.5)]
    [InlineData("1'234.5", DecimalMark.Point, ThousandsMark.Apostrophe, 1234.5)]
    [InlineData("1234.5", DecimalMark.Point, ThousandsMark.Comma, 1234.5)]
    public void Numbers_are_read_as_the_table_writes_them(string text, DecimalMark mark, ThousandsMark thousands, double number)
    {
        Assert.True(new NumberReader(mark, thousands, Standard).TryRead(text, out var part, out _));
        Assert.Equal(number, part.Number);
        Assert.Equal(ObservationStatus.Value, part.Status);
    }

    [Theory]
    [InlineData("12,5", DecimalMark.Point, ThousandsMark.None)]
    [InlineData("12.5", DecimalMark.Comma, ThousandsMark.None)]
    [InlineData("1,5", DecimalMark.Point, ThousandsMark.Comma)]
    [InlineData("12 34", DecimalMark.Point, ThousandsMark.Space)]
    [InlineData("1 2345", DecimalMark.Point, ThousandsMark.Space)]
    [InlineData("1 234", DecimalMark.Point, ThousandsMark.None)]
    [InlineData("(5)", DecimalMark.Point, ThousandsMark.None)]
    [InlineData("NULL", DecimalMark.Point, ThousandsMark.None)]
    [InlineData("Oslo", DecimalMark.Comma, ThousandsMark.Space)]
    public void What_is_no_number_is_refused(string text, DecimalMark mark, ThousandsMark thousands)
    {
        Assert.False(new NumberReader(mark, thousands, Standard).TryRead(text, out _, out var fault));
        Assert.StartsWith($"'{text}' is neither a number", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    public void What_is_not_finite_is_refused(string text)
    {
        Assert.False(new NumberReader(DecimalMark.Point, ThousandsMark.None, Standard).TryRead(text, out _, out var fault));
        Assert.Equal($"'{text}' is no finite number.", fault);
    }

    [Theory]
    [InlineData("", ObservationStatus.NotDelivered)]
    [InlineData(".", ObservationStatus.NotApplicable)]
    [InlineData("..", ObservationStatus.NotDelivered)]
    [InlineData("…", ObservationStatus.NotYetAvailable)]
    [InlineData("...", ObservationStatus.NotYetAvailable)]
    [InlineData(":", ObservationStatus.Suppressed)]
    public void Standardtegn_say_why_there_is_no_number(string mark, ObservationStatus status)
    {
        Assert.True(new NumberReader(DecimalMark.Point, ThousandsMark.None, Standard).TryRead(mark, out var part, out _));
        Assert.Equal(status, part.Status);
        Assert.False(part.HasNumber);
    }

    [Fact]
    public void A_dash_is_zero() => Assert.Equal(new Part(0, ObservationStatus.BelowHalfUnit), Read("-", Standard));

    [Fact]
    public void Marks_of_the_description_come_first()
    {
        var own = new Markers(new Dictionary<string, ObservationStatus> { ["-99"] = ObservationStatus.Suppressed, ["."] = ObservationStatus.NotDelivered });

        Assert.Equal(ObservationStatus.Suppressed, Read("-99", own).Status);
        Assert.Equal(ObservationStatus.NotDelivered, Read(".", own).Status);
        Assert.Equal(ObservationStatus.Suppressed, Read(":", own).Status);
    }

    [Fact]
    public void A_mark_that_goes_with_a_number_cannot_stand_alone()
    {
        Assert.False(new NumberReader(DecimalMark.Point, ThousandsMark.None, Standard).TryRead("|", out _, out var fault));
        Assert.Contains("goes with a number", fault, StringComparison.Ordinal);
    }

    private static Part Read(string text, Markers markers)
    {
        Assert.True(new NumberReader(DecimalMark.Point, ThousandsMark.None, markers).TryRead(text, out var part, out _));
        return part;
    }
}
