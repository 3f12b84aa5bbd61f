using Bolyst.Intake.Description;
using Bolyst.Statistics;

namespace Bolyst.Intake.Tests.Description;

public sealed class DeliveryDescriptionTests : IDisposable
{
    private const string Head = """
        delivery:
          key: a-delivery
          title: En leveranse
          supplier: SSB
          licence: NLOD

        """;

    private const string Table = """
        tables:
          - file: t.csv
            zoneSet: kommune-2013
            zone: {field: kommune_nr, pad: 4}
            period: {value: "2013"}
            values:
              - indicator: unemployed
                count: personer

        """;

    private readonly DescriptionFolder folder = new();

    public DeliveryDescriptionTests() => folder.Write("t.csv", "kommune_nr;personer\n301;5\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_block_is_read()
    {
        folder.Write("z.geojson", "{}");
        var description = folder.Parse(Head + """
            zoneSets:
              - key: kommune-2013
                level: kommune
                name: {nb: Kommunar, nn: Kommunar, en: Municipalities}
                valid: {from: 2013-01-01, to: 2013-12-31}
                partition: true
                boundaries:
                  files: [z.geojson]
                  code: {field: nr, pad: 4}
                codeChanges: [{from: 1901, to: 1903}]
            indicators:
              - key: unemployed
                name: Arbeidsledige
                theme: work
                definition: Registrerte arbeidsledige
                unit: percent
                polarity: higherIsWorse
            tables:
              - file: t.csv
                delimiter: ";"
                zoneSet: kommune-2013
                zone: {field: kommune_nr, pad: 4}
                period: aar
                breakdown: [{name: sex, category: kjonn, total: 0}]
                where: {field: enhet, equals: personer}
                leaveOut: [{field: kommune_nr, in: [NULL, 9999]}]
                decimal: comma
                thousands: space
                markers: {"x": suppressed}
                values:
                  - indicator: unemployed
                    numerator: {field: tal, where: {field: slag, equals: ledige}}
                    denominator: {field: tal, times: 1000}
            """);

        Assert.Equal("a-delivery", description.Delivery.Key);
        var zoneSet = Assert.Single(description.ZoneSets);
        Assert.Equal(new DateOnly(2013, 12, 31), zoneSet.Valid.To);
        Assert.Equal("Municipalities", zoneSet.Name.En);
        Assert.True(zoneSet.Partition);
        // A bare number is a code, so it stays text.
        Assert.Equal("1901", Assert.Single(zoneSet.CodeChanges).From);
        Assert.Equal(Path.Combine(folder.Path, "z.geojson"), Assert.Single(zoneSet.Boundaries!.Files).FullPath);
        Assert.Equal(Polarity.HigherIsWorse, Assert.Single(description.Indicators).Polarity);
        Assert.Equal(100, description.Indicators[0].EffectiveScale);
        var table = Assert.Single(description.Tables);
        Assert.Equal("aar", table.Period!.Field);
        Assert.Equal("personer", Assert.Single(table.Where).EqualTo);
        Assert.Equal(["NULL", "9999"], Assert.Single(table.LeaveOut).In);
        Assert.Equal(DecimalMark.Comma, table.DecimalMark);
        Assert.Equal(ObservationStatus.Suppressed, table.Markers["x"]);
        Assert.Equal(1000, table.Values[0].Denominator!.Times);
        Assert.Equal(new SourcePosition("d.yaml", 30, 9, "tables[0].values[0].numerator").KeyPath, table.Values[0].Numerator!.At.KeyPath);
    }

    [Fact]
    public void An_unknown_key_is_named_with_its_place_and_the_nearest_known_one()
    {
        var error = Assert.Single(folder.ErrorsOf(Head + Table.Replace("zoneSet", "zonSet", StringComparison.Ordinal)), e => e.Message.StartsWith("Unknown", StringComparison.Ordinal));

        // Five lines of head and a blank end, 'tables:', '- file:', then the key in line 8 after four spaces.
        Assert.Equal(new SourcePosition("d.yaml", 8, 5, "tables[0].zonSet"), error.At);
        Assert.Equal("Unknown key 'zonSet'. Did you mean 'zoneSet'?", error.Message);
        Assert.Equal("d.yaml:8:5: tables[0].zonSet: Unknown key 'zonSet'. Did you mean 'zoneSet'?", error.ToString());
    }

    [Fact]
    public void All_errors_are_told_at_once_in_the_order_of_the_file()
    {
        var errors = folder.ErrorsOf("""
            delivery:
              key: Åpen
              title: x
              suplier: SSB
            tables: nothing
            """);

        Assert.Equal(
            ["delivery", "delivery", "delivery.suplier", "tables"],
            errors.Select(e => e.At.KeyPath));
        Assert.Equal([2, 2, 4, 5], errors.Select(e => e.At.Line));
    }

    [Theory]
    [InlineData("delivery:\n  key: a\n  key: b\n", 3, 3, "The key 'key' stands here and in line 2")]
    [InlineData("delivery: [a]\n", 1, 11, "Expected a block with the keys key, title")]
    [InlineData("delivery:\n  key:\n", 2, 7, "The key has no value")]
    [InlineData("delivery: &x\n  key: a\n", 1, 11, "Anchors and aliases")]
    [InlineData("delivery: {key: a\n", 2, 1, "This is not YAML")]
    [InlineData("", 1, 1, "The description is empty")]
    [InlineData("delivery: {key: a, title: a, supplier: a, licence: a}\n---\nb: 1\n", 2, 1, "one YAML document")]
    [InlineData("delivery: {key: a, title: a, supplier: a, licence: a, receivedOn: 1.2.2024}\n", 1, 67, "Expected a date such as 2024-01-31, found '1.2.2024'")]
    [InlineData("delivery: {key: a, title: a, supplier: a, licence: a}\n", 1, 1, "Nothing is delivered")]
    [InlineData("delivery: {key: A b, title: a, supplier: a, licence: a}\n", 1, 12, "'A b' cannot be a key")]
    public void A_fault_of_form_is_told_with_line_and_column(string yaml, int line, int column, string message)
    {
        var error = Assert.Single(folder.ErrorsOf(yaml), e => e.Message.Contains(message, StringComparison.Ordinal));

        Assert.Equal((line, column), (error.At.Line, error.At.Column));
    }

    [Fact]
    public void A_wrong_choice_names_the_choices()
    {
        var error = Assert.Single(folder.ErrorsOf(Head + Table + "    format: cvs\n"));

        Assert.Equal("Expected one of csv, tsv, json, jsonstat, xlsx, found 'cvs'. Did you mean 'csv'?", error.Message);
        Assert.Equal("tables[0].format", error.At.KeyPath);
    }

    [Theory]
    [InlineData("count: a, mean: b", "Give one of count")]
    [InlineData("numerator: a", "A numerator needs its denominator")]
    [InlineData("denominator: a", "Give numerator and denominator, or rate")]
    [InlineData("numerator: a, rate: b, denominator: c", "Give numerator and denominator, or rate")]
    public void Numbers_that_do_not_make_an_indicator_are_refused(string keys, string message)
    {
        var yaml = Head + Table[..Table.IndexOf("    values", StringComparison.Ordinal)] + $"    values: {{indicator: unemployed, {keys}}}\n";

        Assert.Contains(message, Assert.Single(folder.ErrorsOf(yaml)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_indicator_of_immigrant_background_is_context_only()
    {
        var error = Assert.Single(folder.ErrorsOf(Head + """
            indicators:
              - {key: a, name: a, theme: a, definition: a, unit: percent, polarity: higherIsWorse, ethnicity: true}
            """));

        Assert.Equal("indicators[0].polarity", error.At.KeyPath);
        Assert.Contains("context only", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_zone_sets_with_one_key_are_refused()
    {
        folder.Write("z.geojson", "{}");
        const string set = "  - {key: a, level: kommune, name: a, valid: {from: 2020-01-01}, boundaries: {files: [z.geojson], code: nr}}\n";

        Assert.Contains("The key 'a' is given in lines 7 and 8.", Assert.Single(folder.ErrorsOf(Head + "zoneSets:\n" + set + set)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash()
    {
        var error = folder.ErrorsOf("delivery: " + new string('[', 200_000))[0];

        Assert.Contains("nested more than 32 deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_description_that_is_not_there_says_how_to_draft_one()
    {
        var error = Assert.Throws<DescriptionException>(() => DeliveryDescription.Load(Path.Combine(folder.Path, "none.yaml")));

        Assert.Contains("bolyst describe", error.Message, StringComparison.Ordinal);
    }
}
