using Bolyst.Intake.Description;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Tables;

public sealed class JsonTableReaderTests
{
    [Fact]
    public void Objects_are_rows_and_inner_objects_dotted_fields()
    {
        using var file = new TableFile("""[{"kode": "0301", "n": 1.50, "p": {"x": true}}, {"kode": null, "ny": "ø", "xy": [1, [2]], "n": -2e3}]""", ".json");

        Assert.Equal(
            [["kode", "n", "p.x", "ny"], ["0301", "1.50", "true", ""], ["", "-2e3", "", "ø"]],
            file.Rows());
    }

    [Fact]
    public void An_array_inside_is_named_by_its_keys()
    {
        using var file = new TableFile("""{"meta": {"rows": [1]}, "data": {"n": 2, "rows": [{"a": 1}]}, "after": {}}""", ".json");

        Assert.Equal([["a"], ["1"]], file.Rows(d => d with { Rows = "data.rows" }));
    }

    [Fact]
    public void An_object_without_rows_named_says_what_there_is()
    {
        using var file = new TableFile("""{"meta": {}, "data": [{"a": 1}]}""", ".json");

        var error = Assert.Throws<DescriptionException>(() => file.Rows());
        Assert.Contains("'meta', 'data'. Say with rows:", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<DescriptionException>(() => file.Rows(d => d with { Rows = "dato" }));
        Assert.Contains("has no 'dato'", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<DescriptionException>(() => file.Rows(d => d with { Rows = "meta" }));
        Assert.Contains("'meta' in", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"a": 1}, {"a": """, "cut off")]
    [InlineData("""[{"a": 1} {"a": 2}]""", "not JSON")]
    [InlineData("""[{"a": 1}, 5]""", "Element 2 of the array is Number, not an object.")]
    public void Broken_json_is_told(string text, string message)
    {
        using var file = new TableFile(text, ".json");

        Assert.Contains(message, file.Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Latin1_is_not_json()
    {
        using var file = new TableFile(System.Text.Encoding.Latin1.GetBytes("[{\"a\": \"ø\"}]"), ".json");

        Assert.Contains("not JSON in UTF-8", file.Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_endless_text_is_refused_at_the_limit()
    {
        using var file = new TableFile("[{\"a\": \"" + new string('x', 400_000) + "\"}]", ".json");

        Assert.Contains("a text longer than 100000 bytes", file.Fault(limits: new IntakeLimits { MaxLineLength = 100_000 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_without_end_is_refused()
    {
        using var file = new TableFile("[" + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), ".json");

        Assert.Contains("depth", file.Fault().Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_geojson_file_is_a_table_of_its_properties()
    {
        // jq '.features | length' 2013_kommune.geojson => 428
        var path = SharedData.Require("data/nor-maps/versioned/2013_kommune.geojson");
        var rows = TableFile.Read(TableFile.At(path) with { Rows = "features", Format = TableFormat.Json });

        Assert.Equal(428, rows.Count - 1);
        Assert.Contains(rows[0], name => name.StartsWith("properties.", StringComparison.Ordinal));
    }

    [Fact]
    public void Imdis_list_of_kommuner_is_read()
    {
        var rows = TableFile.Read(TableFile.At(SharedData.Require("data/imdi-kommune-bydel-2015/imdikator_kommuner.json")));

        Assert.Equal("code", rows[0][0]);
        Assert.Equal(["0101", "Halden", "01", "IMDi Øst"], rows[1].Take(4));
    }
}
