using Bolyst.Intake.Reports;
using Bolyst.Statistics;

namespace Bolyst.Intake.Tests.Import;

public sealed class AggregateImportTests : IAsyncLifetime
{
    private const string Members = ImportCase.Zones + """
          - key: sone-2020
            level: levekarssone
            name: Soner
            valid: {from: 2020-01-01, to: 2023-12-31}
            membership: {of: kommune-2020, file: members.csv, zone: sone, member: {field: kommune, pad: 4}}

        """;

    private const string Sums = """
        aggregate:
          - {indicator: population, from: kommune-2020, to: sone-2020}
          - {indicator: unemployed, from: kommune-2020, to: sone-2020}

        """;

    private ImportCase import = null!;

    public async ValueTask InitializeAsync()
    {
        import = await ImportCase.CreateAsync();
        import.Write("members.csv", "sone;kommune\nA;301\nA;302\nB;303\nB;304\n");
        import.Write("t.csv", "kommune;aar;ledige;styrke;folk\n301;2020;30;240;1000\n302;2020;10;160;500\n303;2020;:;50;250\n304;2020;5;50;..\n");
    }

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task Counts_are_summed_and_rates_worked_out_anew()
    {
        var report = await import.PassAsync(Members + ImportCase.Indicators + ImportCase.Table + Sums);

        // A: 1000 + 500 people, 30 + 10 of 240 + 160 = 40 of 400 = 10 percent. B lacks a part in each, so it has no sum.
        var population = await import.ColumnAsync("population", "2020", zoneSet: "sone-2020");
        Assert.Equal([(ObservationStatus.Value, 1500), (ObservationStatus.NotDelivered, double.NaN)], ImportCase.Cells(population));
        var unemployed = await import.ColumnAsync("unemployed", "2020", zoneSet: "sone-2020");
        Assert.Equal([(ObservationStatus.Value, 10), (ObservationStatus.Suppressed, double.NaN)], ImportCase.Cells(unemployed));
        Assert.Equal((1L, "B"), (report.Aggregates[0].PartsWithoutNumber, Assert.Single(report.Aggregates[0].ZonesWithSuchParts.Codes)));
        Assert.Equal(2, report.Aggregates[1].Cells);
    }

    [Fact]
    public async Task Parts_without_a_number_count_as_zero_where_the_description_says_so()
    {
        await import.PassAsync(Members + ImportCase.Indicators + ImportCase.Table + Sums.Replace("to: sone-2020}", "to: sone-2020, missingParts: countAsZero}", StringComparison.Ordinal));

        Assert.Equal([1500, 250], (await import.ColumnAsync("population", "2020", zoneSet: "sone-2020")).Value);
    }

    [Fact]
    public async Task Counts_that_were_loaded_before_are_summed_too()
    {
        await import.PassAsync(Members + ImportCase.Indicators + ImportCase.Table);

        await import.PassAsync(Sums, "b");

        Assert.Equal(1500, (await import.ColumnAsync("population", "2020", zoneSet: "sone-2020")).Value[0]);
    }

    [Fact]
    public async Task A_bare_rate_cannot_be_summed()
    {
        import.Write("t.csv", "kommune;aar;ledige\n301;2020;3.5\n");

        var fault = await import.FaultAsync(Members + ImportCase.Indicators.Split("  - {key: population")[0] + """
            tables:
              - {file: t.csv, zoneSet: kommune-2020, zone: {field: kommune, pad: 4}, period: aar, values: {indicator: unemployed, rate: ledige}}
            aggregate: [{indicator: unemployed, from: kommune-2020, to: sone-2020}]
            """);

        Assert.Contains("Indicator 'unemployed' is a BareRate: it has no counts, so it cannot be summed to larger zones.", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("aggregate[0]", fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_in_two_zones_is_refused()
    {
        import.Write("members.csv", "sone;kommune\nA;301\nA;302\nB;302\nB;304\n");

        var report = await import.ImportAsync(Members);

        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Contains(report.Faults.Faults, f => f.Message.Contains("0302", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sums_without_membership_are_refused()
    {
        var fault = await import.FaultAsync(ImportCase.Zones + ImportCase.Indicators + ImportCase.Table + "aggregate: [{indicator: population, from: kommune-2020, to: kommune-2020}]\n");

        Assert.Contains("No zone of 'kommune-2020' is made of zones of 'kommune-2020'", fault.Message, StringComparison.Ordinal);
    }
}
