using Bolyst.Store.Model;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Reading;

/// <summary>The områdesatsingar shipped with Bolyst, checked against Meld. St. 28 (2022-2023), Boks 6.1 and chapter 6.</summary>
public class OmradesatsingTests
{
    // Counted by hand from the periods of Boks 6.1, the last year as active; the common avtale in Oslo from 2018 counts once.
    private static readonly (int Year, int Active)[] ActivePerYear =
    [
        (1996, 0), (2000, 1), (2006, 1), (2007, 2), (2013, 3), (2014, 5), (2016, 5), (2017, 5), (2018, 6), (2019, 5),
        (2020, 6), (2021, 4), (2022, 5), (2023, 5), (2024, 5), (2025, 4), (2026, 4), (2027, 1), (2030, 1), (2031, 0),
    ];

    [Fact]
    public async Task The_number_active_each_year_is_that_of_boks_6_1()
    {
        await using var fixture = await CreateAsync();
        var satsingar = await fixture.Store.Catalogue.ListOmradesatsingerAsync();

        Assert.Equal(14, satsingar.Count);
        Assert.Equal(ActivePerYear, ActivePerYear.Select(row => (row.Year, satsingar.Count(satsing => satsing.IsActiveIn(row.Year)))));
    }

    [Fact]
    public async Task Five_kommuner_had_an_ongoing_avtale_in_august_2023_and_three_were_announced()
    {
        await using var fixture = await CreateAsync();
        var satsingar = await fixture.Store.Catalogue.ListOmradesatsingerAsync();

        Assert.Equal(["Bergen", "Drammen", "Oslo", "Stavanger", "Trondheim"], Kommuner(OmradesatsingStatus.Ongoing));
        Assert.Equal(["Fredrikstad", "Kristiansand", "Sarpsborg"], Kommuner(OmradesatsingStatus.Announced));
        Assert.All(satsingar.Where(satsing => satsing.Row.Status == OmradesatsingStatus.Announced), satsing => Assert.Null(satsing.Row.StartYear));
        Assert.All(satsingar, satsing => Assert.StartsWith("Meld. St. 28 (2022-2023)", satsing.Row.Source, StringComparison.Ordinal));
        Assert.All(satsingar.SelectMany(satsing => satsing.Row.Predecessors), key => Assert.Contains(satsingar, satsing => satsing.Row.Key == key));
        Assert.Equal(0, await fixture.CountAsync("omradesatsing_boundary"));

        IEnumerable<string> Kommuner(OmradesatsingStatus status) =>
            satsingar.Where(satsing => satsing.Row.Status == status).Select(satsing => satsing.Row.KommuneName).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_entry_keeps_the_words_of_the_source()
    {
        await using var fixture = await CreateAsync();
        var fjell = (await fixture.Store.Catalogue.FindOmradesatsingAsync("drammen-fjell-2014"))!.Row;

        Assert.Equal(("Fjell 2020", "3301", 2014, 2020), (fjell.Name, fjell.KommuneCode, fjell.StartYear, fjell.EndYear));
        Assert.Equal(["Tenesteutvikling", "Områdeutvikling", "Ressursmobilisering"], fjell.Delprogram);
        Assert.Equal(["Auka sysselsetjing", "Færre med låginntekt"], fjell.Goals);
        Assert.Contains("2010-2020", fjell.Notes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_supersedes_a_shipped_entry_and_an_older_version_still_has_it()
    {
        await using var fixture = await CreateAsync();
        var catalogue = fixture.Store.Catalogue;
        var shipped = (await catalogue.FindOmradesatsingAsync("fredrikstad"))!;
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            await session.AddOmradesatsingAsync(shipped.Row with { StartYear = 2024, EndYear = 2028, Status = OmradesatsingStatus.Ongoing });
            await session.CommitAsync("{}");
        }

        Assert.True((await catalogue.FindOmradesatsingAsync("fredrikstad"))!.IsActiveIn(2028));
        Assert.Null((await catalogue.FindOmradesatsingAsync("fredrikstad", 0))!.Row.StartYear);
        Assert.Equal(14, (await catalogue.ListOmradesatsingerAsync()).Count);
    }
}
