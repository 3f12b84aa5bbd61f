using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Statistics;

namespace Bolyst.Intake.Tests.Import;

public sealed class DeliveryImporterTests : IAsyncLifetime
{
    private ImportCase import = null!;

    public async ValueTask InitializeAsync() => import = await ImportCase.CreateAsync();

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task A_wide_table_is_stored_with_every_status()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n302;2020;:;100;500\n303;2020;-;50;..\n999;2020;1;2;3\n");

        var report = await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);

        var unemployed = await import.ColumnAsync("unemployed", "2020");
        Assert.Equal(["0301", "0302", "0303", "0304"], unemployed.Zones.Codes);
        // 30 / 240 = 12.5 percent; 0302 is hidden; "-" is zero of 50; 0304 has no row.
        Assert.Equal(
            [(ObservationStatus.Value, 12.5), (ObservationStatus.Suppressed, double.NaN), (ObservationStatus.BelowHalfUnit, 0), (ObservationStatus.NotDelivered, double.NaN)],
            ImportCase.Cells(unemployed));
        Assert.Equal([30, double.NaN, 0, double.NaN], unemployed.Numerator);
        Assert.Equal([240, 100, 50, double.NaN], unemployed.Denominator);
        var table = Assert.Single(report.Tables);
        Assert.Equal((4L, 3L, 1L, 3), (table.Read, table.Kept, table.RowsWithoutZone, table.Joined));
        Assert.Equal("delimiter ';', encoding utf8", table.Detected);
        Assert.Equal(["0304"], table.WithoutData.Codes);
        Assert.Equal(["0999"], table.WithoutZone.Codes);
        Assert.Equal(3, table.Cells[ObservationStatus.Value]);
        Assert.Equal(6, report.Cells);
    }

    [Fact]
    public async Task A_long_table_is_put_together_from_its_rows()
    {
        import.Write("t.csv", """
            kommune,aar,slag,kjonn,tal
            0301,2020,ledige,alle,30
            0301,2020,styrke,alle,240
            0301,2020,ledige,kvinner,10
            0301,2020,styrke,kvinner,100
            0301,2020,sum,alle,270
            0302,2020,styrke,alle,90
            0302,2020,ledige,alle,9
            0303,2020,ledige,alle,1

            """);

        var report = await import.PassAsync(ImportCase.Zones + ImportCase.Indicators.Split("  - {key: population")[0] + """
            tables:
              - file: t.csv
                zoneSet: kommune-2020
                zone: kommune
                period: aar
                breakdown: [{name: sex, category: kjonn, total: alle}]
                leaveOut: {field: slag, equals: sum}
                values:
                  - indicator: unemployed
                    numerator: {field: tal, where: {field: slag, equals: ledige}}
                    denominator: {field: tal, where: {field: slag, equals: styrke}}
            """);

        // 30/240 = 12.5, 9/90 = 10; 0303 has no denominator.
        Assert.Equal(
            [(ObservationStatus.Value, 12.5), (ObservationStatus.Value, 10), (ObservationStatus.NotDelivered, double.NaN), (ObservationStatus.NotDelivered, double.NaN)],
            ImportCase.Cells(await import.ColumnAsync("unemployed", "2020")));
        Assert.Equal(10, (await import.ColumnAsync("unemployed", "2020", "sex=kvinner")).Value[0]);
        Assert.Equal((8L, 7L, 1L), (report.Tables[0].Read, report.Tables[0].Kept, report.Tables[0].LeftOut));
    }

    [Fact]
    public async Task A_denominator_can_be_the_count_of_another_indicator_of_this_delivery_or_before()
    {
        import.Write("t.csv", "kommune;aar;folk\n301;2020;1000\n302;2020;400\n");
        import.Write("u.csv", "kommune;aar;ledige\n301;2020;50\n302;2020;10\n303;2020;3\n");
        var count = """
            tables:
              - {file: t.csv, zoneSet: kommune-2020, zone: {field: kommune, pad: 4}, period: aar, values: {indicator: population, count: folk}}

            """;
        const string rate = "  - {file: u.csv, zoneSet: kommune-2020, zone: {field: kommune, pad: 4}, period: aar, values: {indicator: unemployed, numerator: ledige, denominator: {indicator: population}}}\n";
        var indicators = ImportCase.Indicators.Split('\n');

        await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + count + rate);
        // 50/1000 = 5 percent, 10/400 = 2.5; 0303 has no population.
        Assert.Equal([5, 2.5, double.NaN, double.NaN], (await import.ColumnAsync("unemployed", "2020")).Value);

        import.Write("u.csv", "kommune;aar;ledige\n301;2020;100\n");
        await import.PassAsync($"{indicators[0]}\n{indicators[1]}\ntables:\n{rate}", "b");
        Assert.Equal(10, (await import.ColumnAsync("unemployed", "2020")).Value[0]);

        var fault = await import.FaultAsync($"{indicators[0]}\n{indicators[1]}\ntables:\n{rate.Replace("{indicator: population}", "{indicator: population, period: 2019}", StringComparison.Ordinal)}");
        Assert.Contains("Indicator 'population' has no number in zone set 'kommune-2020' and period 2019", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("301;2020;30;240;x", "t.csv:2: field 'folk'", "'x' is neither a number")]
    [InlineData("301;2020;30;240;NaN", "t.csv:2: field 'folk'", "'NaN' is no finite number.")]
    [InlineData("301;2020;30;20;1", "t.csv:2", "above the whole, 100 (numerator 30 above denominator 20)")]
    [InlineData("301;2020;-3;20;1", "t.csv:2", "cannot be negative")]
    [InlineData("301;2019;3;20;1", "t.csv:2", "The period 2019 lies outside zone set 'kommune-2020', valid from 2020-01-01 to 2023-12-31.")]
    [InlineData("301;2024-01-01;3;20;1", "t.csv:2", "lies outside zone set")]
    [InlineData("301;i fjor;3;20;1", "t.csv:2", "'i fjor' is no period")]
    [InlineData("301;2020;3;20;1\n301;2021;3;20;1\n0301;2020;3;20;..", "t.csv:4", "A second row for zone 0301, indicator 'unemployed', period 2020; the first is t.csv:2.")]
    [InlineData("301;2020;3;20", "t.csv:2", "The row has 4 fields, the header 5")]
    public async Task A_wrong_row_refuses_the_delivery_and_names_its_line(string rows, string place, string message)
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n" + rows + "\n");

        var report = await import.ImportAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(report.Faults.Faults, f => f.Place == place && f.Message.Contains(message, StringComparison.Ordinal));
        Assert.Empty(await import.Store.Catalogue.ListZoneSetsAsync());
    }

    [Fact]
    public async Task A_rate_above_the_whole_refuses_the_delivery_and_names_its_line()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;100;;1\n301;2021;100.1;;1\n");

        var report = await import.ImportAsync(
            ImportCase.Zones + ImportCase.Indicators + ImportCase.Table.Replace("numerator: ledige, denominator: styrke", "rate: ledige", StringComparison.Ordinal));

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        var fault = Assert.Single(report.Faults.Faults);
        Assert.Equal("t.csv:3", fault.Place);
        Assert.Contains("The rate 100.1 is above the whole, 100.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_counted_and_the_first_hundred_told()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n" + string.Concat(Enumerable.Range(0, 150).Select(_ => "301;2020;x;1;1\n")));

        var report = await import.ImportAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);

        // Each row has a wrong number; from the second on also a second population.
        Assert.Equal(299, report.Faults.Total);
        Assert.Equal(100, report.Faults.Faults.Count);
    }

    [Fact]
    public async Task Codes_that_match_no_zone_name_the_nearest_zone_set()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n1;2020;1;10;1\n2;2020;1;10;1\n3;2020;1;10;1\n");
        import.Write("b.geojson", ImportCase.Collection([ImportCase.Square(1, "A", 270_000, 6_640_000), ImportCase.Square(2, "B", 271_000, 6_640_000)]));
        var zones = ImportCase.Zones + """
              - {key: bydel-2020, level: bydel, name: Bydeler, valid: {from: 2020-01-01}, boundaries: {files: [b.geojson], code: {field: nr, pad: 2}}}

            """;

        var fault = await import.FaultAsync(zones + ImportCase.Indicators + ImportCase.Table.Replace("{field: kommune, pad: 4}", "kommune", StringComparison.Ordinal));

        Assert.Contains("t.csv: no code is in zone set 'kommune-2020': 3 (1, 2, 3). The nearest is 'bydel-2020', with pad: 2: it has 2 of the 3 codes looked at.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_without_a_zone_refuse_the_delivery_where_the_description_says_so()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;1;10;1\n999;2020;1;10;1\n");

        var fault = await import.FaultAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table.Replace("    period", "    unknownZones: refuse\n    period", StringComparison.Ordinal));

        Assert.Contains("not all codes are in zone set 'kommune-2020': 1 (0999).", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_zones_with_one_code_refuse_the_delivery()
    {
        import.Write("zones.geojson", ImportCase.Collection([ImportCase.Square(301, "A", 270_000, 6_640_000), ImportCase.Square(301, "B", 271_000, 6_640_000)]));

        var report = await import.ImportAsync(ImportCase.Zones);

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(report.Faults.Faults, f => f.Message.Contains("0301", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dry_run_reports_all_and_changes_nothing()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n");

        var report = await import.ImportAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table, options: new ImportOptions { DryRun = true });

        Assert.Equal(ImportOutcome.Checked, report.Outcome);
        Assert.Equal(2, report.Cells);
        Assert.Empty(await import.Store.Catalogue.ListZoneSetsAsync());
    }

    [Fact]
    public async Task The_same_delivery_twice_is_told_and_changes_nothing()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n");
        var first = await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);

        var second = await import.ImportAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);

        Assert.Equal(ImportOutcome.AlreadyImported, second.Outcome);
        Assert.Equal(first.DatasetVersion, second.DatasetVersion);
        Assert.Contains("was imported before, as dataset version 1. Nothing was changed.", ReportText.Write(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_byte_in_a_file_makes_another_delivery()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n");
        await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;60;240;1000\n");

        var report = await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);

        Assert.Equal(2, report.DatasetVersion);
        Assert.Equal(25, (await import.ColumnAsync("unemployed", "2020")).Value[0]);
    }

    [Fact]
    public async Task A_cancelled_import_changes_nothing_and_the_next_one_works()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n");
        using var cancel = new CancellationTokenSource();
        var description = import.Describe(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);
        var options = new ImportOptions { Progress = new Cancelling(cancel) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DeliveryImporter.ImportAsync(import.Store, description, options, cancel.Token));

        Assert.Empty(await import.Store.Catalogue.ListZoneSetsAsync());
        await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table);
    }

    [Theory]
    [InlineData("numerator: ledige, denominator: styrke", "rate: ledige", "is a Rate in one place and a BareRate here")]
    [InlineData("indicator: unemployed", "indicator: unemployment", "There is no indicator 'unemployment', neither in this description nor in the store. Did you mean 'unemployed'?")]
    [InlineData("denominator: styrke", "denominator: styrka", "t.csv has no field 'styrka'. Did you mean 'styrke'?")]
    [InlineData("zoneSet: kommune-2020", "zoneSet: kommune-2021", "There is no zone set 'kommune-2021'")]
    public async Task A_description_that_does_not_fit_the_files_is_told_with_its_place(string from, string to, string message)
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n");
        var twice = ImportCase.Table + ImportCase.Table.Replace("tables:\n", "", StringComparison.Ordinal).Replace("aar", "{value: 2021}", StringComparison.Ordinal);
        var at = twice.LastIndexOf(from, StringComparison.Ordinal);

        var report = await import.ImportAsync(ImportCase.Zones + ImportCase.Indicators + twice[..at] + to + twice[(at + from.Length)..]);

        Assert.Contains(report.Faults.Faults, f => f.Message.Contains(message, StringComparison.Ordinal) && f.Place.StartsWith("d.yaml:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recalculated_series_reach_outside_the_validity()
    {
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2010;30;240;1000\n");

        await import.PassAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table.Replace("    period", "    recalculated: true\n    period", StringComparison.Ordinal));

        Assert.Equal(12.5, (await import.ColumnAsync("unemployed", "2010")).Value[0]);
    }

    [Fact]
    public async Task Json_stat_brings_its_own_zone_period_and_status()
    {
        import.Write("t.json", """
            {"version": "2.0", "class": "dataset", "id": ["Region", "Tid"], "size": [2, 2], "role": {"geo": ["Region"], "time": ["Tid"]},
             "dimension": {"Region": {"category": {"index": ["0301", "0302"]}}, "Tid": {"category": {"index": ["2020", "2021"]}}},
             "value": [1, null, 3.5, 4], "status": {"1": ":", "3": "q"}}
            """);

        var report = await import.PassAsync(ImportCase.Zones + ImportCase.Indicators.Split("  - {key: population")[0] + """
            tables:
              - {file: t.json, zoneSet: kommune-2020, values: {indicator: unemployed, rate: value}}
            """);

        Assert.Equal(ObservationStatus.Suppressed, (await import.ColumnAsync("unemployed", "2021")).Status[0]);
        Assert.Equal(3.5, (await import.ColumnAsync("unemployed", "2020")).Value[1]);
        Assert.Equal(["q"], report.Tables[0].UnknownMarks.Codes);
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Step == ImportStep.Table)
            {
                source.Cancel();
            }
        }
    }
}
