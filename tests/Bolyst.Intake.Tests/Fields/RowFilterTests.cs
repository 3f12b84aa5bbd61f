using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Tests.Fields;

public sealed class RowFilterTests
{
    private static readonly FieldLayout Layout = new("t.csv", ["a", "b"]);

    public static TheoryData<FilterDescription, string, bool> Cases => new()
    {
        { new FilterDescription { Field = "a", EqualTo = "alle" }, "alle", true },
        { new FilterDescription { Field = "a", EqualTo = "alle" }, " alle ", true },
        { new FilterDescription { Field = "a", EqualTo = "alle" }, "Alle", false },
        { new FilterDescription { Field = "a", EqualTo = "" }, "", true },
        { new FilterDescription { Field = "a", In = ["1", "2"] }, "2", true },
        { new FilterDescription { Field = "a", In = ["1", "2"] }, "3", false },
        { new FilterDescription { Field = "a", In = ["1", "2"], Not = true }, "3", true },
        { new FilterDescription { Field = "a", StartsWith = "0301" }, "03010101", true },
        { new FilterDescription { Field = "a", StartsWith = "0301" }, "1103", false },
        { new FilterDescription { Field = "a", Matches = "^[0-9]{4}$" }, "0301", true },
        { new FilterDescription { Field = "a", Matches = "^[0-9]{4}$", Not = true }, "0301", false },
        { new FilterDescription { Field = "a", StartsWith = "0", Matches = "1$" }, "0301", true },
        { new FilterDescription { Field = "a", StartsWith = "0", Matches = "1$" }, "0302", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_filter_passes_what_it_describes(FilterDescription filter, string text, bool passes) =>
        Assert.Equal(passes, new RowFilter(filter, Layout).Passes(new TextRow([text, null])));

    [Fact]
    public void A_filter_on_a_field_that_is_not_there_says_so()
    {
        var error = Assert.Throws<DescriptionException>(() => new RowFilter(new FilterDescription { Field = "c", EqualTo = "x" }, Layout));

        Assert.Contains("t.csv has no field 'c'", error.Message, StringComparison.Ordinal);
    }
}
