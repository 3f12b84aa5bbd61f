using Bolyst.Intake.Description;
using Bolyst.Intake.Tables;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Tables;

public sealed class JsonStatReaderTests
{
    private const string Dimensions = """
        "id": ["Region", "Tid"], "size": [2, 2], "role": {"geo": ["Region"], "time": ["Tid"]},
        "dimension": {
          "Region": {"category": {"index": {"0302": 1, "0301": 0}, "label": {"0301": "Oslo", "0302": "Bygd"}}},
          "Tid": {"category": {"index": ["2020", "2021"]}}}
        """;

    private static TableFile File20(string values) => new($$"""{"version": "2.0", "class": "dataset", {{Dimensions}}, {{values}}}""", ".json");

    [Fact]
    public void Cells_come_row_major_with_codes_labels_value_and_status()
    {
        using var file = File20("""
            "value": [1, null, 3.5, 4], "status": {"1": ":"}
            """);

        Assert.Equal(
            [
                ["Region", "Tid", "Region.label", "Tid.label", "value", "status"],
                ["0301", "2020", "Oslo", "2020", "1", ""],
                ["0301", "2021", "Oslo", "2021", "", ":"],
                ["0302", "2020", "Bygd", "2020", "3.5", ""],
                ["0302", "2021", "Bygd", "2021", "4", ""],
            ],
            file.Rows());
    }

    [Fact]
    public void Sparse_values_and_one_status_for_all_are_read()
    {
        using var file = File20("""
            "value": {"0": 1, "3": "4,5"}, "status": "p"
            """);

        Assert.Equal(["1", "", "", "4,5"], file.Rows().Skip(1).Select(r => r[4]));
        Assert.All(file.Rows().Skip(1), r => Assert.Equal("p", r[5]));
    }

    [Fact]
    public void Roles_name_zone_and_period()
    {
        using var file = File20("\"value\": [1, 2, 3, 4]");
        using var reader = TableReader.Open(file.Description);

        Assert.Equal(("Region", "Tid", "status"), (reader.ZoneField, reader.PeriodField, reader.StatusField));
    }

    [Theory]
    [InlineData("\"value\": [1, 2, 3]", "3 values for 4 cells")]
    [InlineData("\"value\": []", "metadata")]
    [InlineData("\"value\": {\"4\": 1}", "past the 4 cells")]
    [InlineData("\"value\": {\"x\": 1}", "not in a correct format")]
    [InlineData("\"value\": [1, 2, 3, 4], \"status\": [\"a\", \"b\"]", "2 marks for 4 cells")]
    [InlineData("\"value\": [1, 2, 3, [4]]", "a number, a text or null can stand here")]
    public void Values_that_do_not_fit_are_refused(string values, string message)
    {
        using var file = File20(values);

        Assert.Contains(message, file.Fault().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"version": "2.0", "class": "collection", "link": {}}""", "a JSON-stat collection")]
    [InlineData("""{"version": "2.0", "class": "dataset", "id": ["a"], "size": [2000000000], "dimension": {}, "value": []}""", "more than 10,000,000 cells")]
    [InlineData("""{"version": "2.0", "class": "dataset", "id": ["a"], "size": [2], "dimension": {"a": {"category": {"index": {"x": 0, "y": 0}}}}, "value": []}""", "has the place 0")]
    [InlineData("""{"version": "2.0", "class": "dataset", "id": ["a"], "size": [2], "dimension": {"a": {"category": {"index": ["x"]}}}, "value": []}""", "has 1 categories and the size 2")]
    [InlineData("""{"version": "2.0", "class": "dataset", "id": ["a"], "size": [1], """, "not whole JSON-stat")]
    public void What_is_no_whole_data_set_is_refused(string text, string message)
    {
        using var file = new TableFile(text, ".json");

        Assert.Contains(message, file.Fault(d => d with { Format = TableFormat.Jsonstat }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_version_is_told_apart_and_read()
    {
        using var file = new TableFile("""{"befolkning": {"dimension": {"id": ["a"], "size": [1], "role": {"geo": ["a"]}, "a": {"category": {"label": {"0301": "Oslo"}}}}, "value": [7]}}""", ".json");

        Assert.Equal(["0301", "Oslo", "7", ""], file.Rows()[1]);
        using var reader = TableReader.Open(file.Description);
        Assert.Equal(("JSON-stat 1.x", "a"), (reader.Detected, reader.ZoneField));
    }

    [Fact]
    public void Several_data_sets_are_told_apart_by_name()
    {
        const string set = """{"dimension": {"id": ["a"], "size": [1], "a": {"category": {"label": {"x": "X"}}}}, "value": [VALUE]}""";
        using var file = new TableFile("{\"one\": " + set.Replace("VALUE", "1", StringComparison.Ordinal) + ", \"two\": " + set.Replace("VALUE", "2", StringComparison.Ordinal) + "}", ".json");

        Assert.Contains("holds 'one', 'two': say which with dataset:", file.Fault().Message, StringComparison.Ordinal);
        Assert.Equal("2", file.Rows(d => d with { Dataset = "two" })[1][2]);
    }

    [Fact]
    public void Galicia_has_its_published_first_and_last_cell()
    {
        // jq '.value[0], .value[-1], (.value|length), .size, .id' jsonstatorg_galicia.json
        //   => 2695880, 107, 3960, [3,20,3,2,1,...]: the first and the last number stand in the file's value array.
        var path = SharedData.Require("data/jsonstat-samples/jsonstatorg_galicia.json");
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(path));
        var values = document.RootElement.GetProperty("value");
        var rows = TableFile.Read(TableFile.At(path));

        Assert.Equal(values.GetArrayLength(), rows.Count - 1);
        Assert.Equal("2695880", rows[1][rows[0].IndexOf("value")]);
        Assert.Equal(values[values.GetArrayLength() - 1].GetRawText(), rows[^1][rows[0].IndexOf("value")]);
    }

    [Fact]
    public void Ssbs_first_version_answer_carries_its_marks()
    {
        // The file's status begins {"0":".","1":".",...}: 60 cells that are not possible, then numbers.
        var rows = TableFile.Read(TableFile.At(SharedData.Require("data/jsonstat-samples/ssb_29843_v1_dataset_29843.json")));
        var status = rows[0].IndexOf("status");

        Assert.Equal(".", rows[1][status]);
        Assert.Equal(".", rows[60][status]);
        Assert.Equal("", rows[61][status]);
    }

    [Fact]
    public void Scbs_second_api_is_read_and_its_metadata_refused()
    {
        var rows = TableFile.Read(TableFile.At(SharedData.Require("data/jsonstat-samples/scb_v2_TAB6471_data.json")));
        Assert.True(rows.Count > 1);

        var fault = Assert.Throws<DeliveryFileException>(() => TableFile.Read(TableFile.At(SharedData.Require("data/jsonstat-samples/scb_v2_TAB6471_metadata.json"))));
        Assert.Contains("metadata", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eurostats_sparse_answer_says_the_same_as_its_csv()
    {
        var json = TableFile.Read(TableFile.At(SharedData.Require("data/jsonstat-samples/swift_demo_gind.json")));
        var csv = TableFile.Read(TableFile.At(SharedData.Require("data/jsonstat-samples/swift_demo_gind.csv")));

        // The CSV is the same answer written out with labels by another program: Time frequency, Demographic indicator, Geopolitical entity, Time, status, value.
        var fromJson = json.Skip(1).Select(r => string.Join('|', r[4], r[5], r[6], r[7], r[8])).Order(StringComparer.Ordinal);
        var fromCsv = csv.Skip(1).Select(r => string.Join('|', r[0], r[1], r[2], r[3], r[5])).Order(StringComparer.Ordinal);
        Assert.Equal(fromCsv, fromJson);
    }
}
