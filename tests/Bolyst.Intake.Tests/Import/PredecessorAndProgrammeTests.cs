using Bolyst.Store.Model;

namespace Bolyst.Intake.Tests.Import;

/// <summary>What zones became of earlier zones, and områdesatsingar that are new to Bolyst.</summary>
public sealed class PredecessorAndProgrammeTests : IAsyncLifetime
{
    private const string Later = """
          - key: kommune-2024
            level: kommune
            name: Kommuner
            valid: {from: 2024-01-01}
            boundaries: {files: [zones.geojson], code: {field: nr, pad: 4}, name: namn}
            predecessors: {PREDECESSORS}

        """;

    private ImportCase import = null!;

    public async ValueTask InitializeAsync() => import = await ImportCase.CreateAsync();

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task A_table_of_predecessors_gives_links_with_shares_and_a_day()
    {
        import.Write("changes.csv", "old;new;share\n0301;0302;0,25\n0301;0303;0,75\n0304;0304;1\n");

        await import.PassAsync(ImportCase.Zones + WithPredecessors("share: share, decimal: comma, on: 2024-01-01"));

        var links = await import.Store.Catalogue.ListLinksAsync(ZoneLinkKind.Became, "kommune-2020", "kommune-2024");
        Assert.Equal(
            [("0301", "0302", 0.25), ("0301", "0303", 0.75), ("0304", "0304", 1.0)],
            links.Select(link => (link.FromCode, link.ToCode, link.Share!.Value)).Order());
        Assert.All(links, link => Assert.Equal(new DateOnly(2024, 1, 1), link.On));
    }

    [Theory]
    [InlineData("old;new;share\n0301;0399;1\n", "'0399' is no zone of 'kommune-2024'")]
    [InlineData("old;new;share\n9999;0301;1\n", "'9999' is no zone of 'kommune-2020'")]
    [InlineData("old;new;share\n0301;;1\n", "no code")]
    [InlineData("old;new;share\n0301;0302;1.5\n", "'1.5' is no share between 0 and 1")]
    [InlineData("old;new;share\n0301;0302;mye\n", "'mye' is no share between 0 and 1")]
    public async Task A_wrong_row_refuses_the_delivery_and_is_named(string table, string message)
    {
        import.Write("changes.csv", table);

        var fault = await import.FaultAsync(ImportCase.Zones + WithPredecessors("share: share"));

        Assert.Contains("changes.csv", fault.ToString(), StringComparison.Ordinal);
        Assert.Contains("2", fault.Place, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_omradesatsing_brings_what_it_is()
    {
        await import.PassAsync("""
            omradesatsinger:
              - key: ny-satsing
                programme: {name: Nysatsinga, kommuneCode: "0301", kommuneName: Oslo, startYear: 2020, endYear: 2025, status: ongoing, goals: [møteplassar]}
                boundary: {files: [zones.geojson], code: {field: nr, pad: 4}, where: {field: nr, equals: "301"}}
                standing: proxy
                valid: {from: 2020-01-01}
            """);

        var satsing = Assert.Single(await import.Store.Catalogue.ListOmradesatsingerAsync(), satsing => satsing.Row.Key == "ny-satsing");
        Assert.Equal(("Nysatsinga", 2020, 2025), (satsing.Row.Name, satsing.Row.StartYear, satsing.Row.EndYear));
    }

    [Theory]
    [InlineData("kommuneCode: 301", "four digits")]
    [InlineData("kommuneCode: \"0301\", startYear: 2020, endYear: 2019", "before the first")]
    public void A_programme_that_cannot_be_is_refused_with_its_key(string keys, string message)
    {
        var fault = Assert.Throws<Intake.Description.DescriptionException>(() => import.Describe($$"""
            omradesatsinger:
              - key: ny-satsing
                programme: {name: Nysatsinga, kommuneName: Oslo, status: ongoing, {{keys}}}
                boundary: {files: [zones.geojson], code: nr}
                standing: proxy
                valid: {from: 2020-01-01}
            """));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static string WithPredecessors(string keys) =>
        Later.Replace("{PREDECESSORS}", $"[{{zoneSet: kommune-2020, file: changes.csv, code: new, predecessor: old, {keys}}}]", StringComparison.Ordinal);
}
