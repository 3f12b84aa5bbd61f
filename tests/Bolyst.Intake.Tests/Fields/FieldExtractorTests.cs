using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Tests.Fields;

public sealed class FieldExtractorTests
{
    private static readonly FieldLayout Layout = new("t.csv", ["region", "kommune", "krets", "double", "double"]);

    private static string? Extract(FieldDescription description, string region = "", string kommune = "", string krets = "", IReadOnlyDictionary<string, string>? codeChanges = null) =>
        new FieldExtractor(description, Layout, codeChanges).Extract(new TextRow([region, kommune, krets, null, null]));

    [Theory]
    [InlineData("301", "0301")]
    [InlineData(" 1103 ", "1103")]
    [InlineData("", null)]
    public void Leading_zeros_come_back(string text, string? code) =>
        Assert.Equal(code, Extract(new FieldDescription { Field = "kommune", Pad = 4 }, kommune: text));

    [Fact]
    public void Several_fields_make_one_code() =>
        Assert.Equal("0301-0101", Extract(new FieldDescription { Fields = ["kommune", "krets"], Join = "-" }, kommune: "0301", krets: "0101"));

    [Fact]
    public void Several_empty_fields_are_no_code() =>
        Assert.Null(Extract(new FieldDescription { Fields = ["kommune", "krets"], Join = "-" }));

    [Theory]
    [InlineData("0301 Oslo", "0301")]
    [InlineData("K_0301 Oslo", "0301")]
    [InlineData("Oslo", null)]
    public void A_pattern_cuts_the_code_out(string region, string? code) =>
        Assert.Equal(code, Extract(new FieldDescription { Field = "region", Pattern = @"^(?:K_)?(\d{4})\b" }, region));

    [Fact]
    public void Order_is_cut_pad_prefix_map_code_change()
    {
        var description = new FieldDescription
        {
            Field = "region",
            Pattern = "[0-9]+",
            Pad = 4,
            Prefix = "19",
            Map = new Dictionary<string, string> { ["190007"] = "x" },
        };

        Assert.Equal("y", Extract(description, "nr 7", codeChanges: new Dictionary<string, string> { ["x"] = "y" }));
    }

    [Fact]
    public void A_missing_field_is_named_with_the_nearest()
    {
        var error = Assert.Throws<DescriptionException>(() => new FieldExtractor(new FieldDescription { Field = "komune" }, Layout));

        Assert.Contains("t.csv has no field 'komune'. Did you mean 'kommune'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_stands_twice_cannot_be_asked_for()
    {
        var error = Assert.Throws<DescriptionException>(() => new FieldExtractor(new FieldDescription { Field = "double" }, Layout));

        Assert.Contains("two fields called 'double'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_explodes_is_stopped()
    {
        var error = Assert.Throws<DescriptionException>(() => Extract(new FieldDescription { Field = "region", Pattern = "^(a+)+$" }, new string('a', 60) + "b"));

        Assert.Contains("nested repetition", error.Message, StringComparison.Ordinal);
    }
}
