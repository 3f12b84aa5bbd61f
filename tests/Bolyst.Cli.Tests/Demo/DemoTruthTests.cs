using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Cli.Tests.Demo;

/// <summary>What was planted in the demo is found again in the store, by the road of every delivery.</summary>
public sealed class DemoTruthTests(ImportedDemo demo) : IClassFixture<ImportedDemo>
{
    [Fact]
    public async Task The_zone_sets_have_the_sizes_that_docs_demo_says()
    {
        string[] sets = ["elvsund-grunnkrets-2012", "elvsund-grunnkrets-2018", "elvsund-levekarssone", "elvsund-bydel", "elvsund-kommune", "havlandet"];

        var sizes = new List<int>();
        foreach (var set in sets)
        {
            sizes.Add((await demo.Store.Cube.ZonesAsync(set)).Codes.Length);
        }

        Assert.Equal([180, 180, 42, 3, 1, 1], sizes);
        Assert.Equal(15, (await demo.Store.Catalogue.ListIndicatorsAsync()).Count);
    }

    [Fact]
    public void Every_row_of_every_table_finds_its_zone()
    {
        Assert.All(demo.Report.Tables, table => Assert.Equal(0, table.WithoutZone.Total));
        Assert.Equal(11, demo.Report.Tables.Count);
    }

    [Fact]
    public void No_zone_set_has_overlaps_repairs_or_faults()
    {
        Assert.All(demo.Report.ZoneSets, set => Assert.DoesNotContain(set.Findings, finding => finding.Kind is
            Intake.Boundaries.FindingKind.Overlap or Intake.Boundaries.FindingKind.Repaired or Intake.Boundaries.FindingKind.NotAnArea or Intake.Boundaries.FindingKind.AreaDiffers));
    }

    [Fact]
    public async Task The_population_of_the_kommune_is_the_sum_of_its_zones_at_every_level()
    {
        foreach (var year in ImportedDemo.Years)
        {
            var planted = demo.Truths.GetProperty("population").GetProperty(FormattableString.Invariant($"{year}")).GetInt32();
            foreach (var set in new[] { ImportedDemo.GrunnkretserIn(year), "elvsund-levekarssone", "elvsund-bydel", "elvsund-kommune" })
            {
                Assert.Equal(planted, (await demo.ColumnAsync(set, "population", year)).Value.Sum());
            }
        }
    }

    [Fact]
    public async Task The_hot_cluster_is_the_four_zones_with_the_highest_product_of_low_income_unemployment_and_social_assistance_in_every_year()
    {
        var planted = ImportedDemo.Codes(demo.Truths.GetProperty("hotCluster").GetProperty("levekarssoner"));
        foreach (var year in ImportedDemo.Years)
        {
            var lowIncome = await demo.ColumnAsync("elvsund-levekarssone", "persistent-low-income", year);
            var unemployed = await demo.ColumnAsync("elvsund-levekarssone", "unemployed", year);
            var assistance = await demo.ColumnAsync("elvsund-levekarssone", "social-assistance", year);

            var highest = Enumerable.Range(0, lowIncome.Zones.Codes.Length)
                .OrderByDescending(zone => lowIncome.Value[zone] * unemployed.Value[zone] * assistance.Value[zone])
                .Take(4)
                .Select(zone => lowIncome.Zones.Codes[zone])
                .Order(StringComparer.Ordinal);

            Assert.Equal(planted, highest);
        }
    }

    [Fact]
    public async Task A_difference_in_differences_over_the_code_reform_recovers_the_effect()
    {
        var effect = demo.Truths.GetProperty("effect");
        var planted = effect.GetProperty("percentagePoints").GetDouble();
        string[] treated = [.. ImportedDemo.Codes(effect.GetProperty("grunnkretserBefore")), .. ImportedDemo.Codes(effect.GetProperty("grunnkretser"))];
        var inside = new BeforeAndAfter();
        var outside = new BeforeAndAfter();
        foreach (var year in ImportedDemo.Years)
        {
            var column = await demo.ColumnAsync(ImportedDemo.GrunnkretserIn(year), "youth-outside", year);
            foreach (var zone in Enumerable.Range(0, column.Value.Length).Where(zone => column.Status[zone] == ObservationStatus.Value))
            {
                (treated.Contains(column.Zones.Codes[zone], StringComparer.Ordinal) ? inside : outside)
                    .Add(year >= effect.GetProperty("firstYear").GetInt32(), column.Numerator[zone], column.Denominator[zone]);
            }
        }

        var estimate = inside.Change - outside.Change;
        var standardError = Math.Sqrt(inside.Variance + outside.Variance);

        // Three standard errors of the difference of four binomial shares: 0.27 per cent of seeds fall outside, this one does not.
        Assert.InRange(estimate, planted - 3 * standardError, planted + 3 * standardError);
        Assert.True(standardError < 1, $"{standardError} percentage points is too uncertain to tell six from none.");
    }

    [Fact]
    public async Task The_cells_hidden_are_exactly_those_planted()
    {
        foreach (var truth in demo.Truths.GetProperty("suppressed").EnumerateArray())
        {
            var found = 0;
            foreach (var year in ImportedDemo.Years)
            {
                var set = truth.GetProperty("level").GetString() == "grunnkrets" ? ImportedDemo.GrunnkretserIn(year) : "elvsund-levekarssone";
                var column = await demo.ColumnAsync(set, truth.GetProperty("indicator").GetString()!, year);
                found += ImportedDemo.CountOf(column, ObservationStatus.Suppressed);
            }

            Assert.Equal(truth.GetProperty("small").GetInt32() + truth.GetProperty("complement").GetInt32(), found);
        }
    }

    [Fact]
    public async Task The_uninhabited_grunnkrets_has_no_share_and_the_sign_says_why()
    {
        var column = await demo.ColumnAsync("elvsund-grunnkrets-2018", "persistent-low-income", 2020);
        var zone = column.Zones.OrdinalOf(demo.Truths.GetProperty("uninhabited").GetString()!);

        Assert.Equal(ObservationStatus.NotApplicable, column.Status[zone]);
        Assert.True(double.IsNaN(column.Value[zone]));
        Assert.Equal(1, ImportedDemo.CountOf(column, ObservationStatus.NotApplicable));
    }

    [Fact]
    public async Task The_code_reform_links_every_grunnkrets_with_shares_that_make_a_whole()
    {
        var reform = demo.Truths.GetProperty("codeReform");
        var links = await demo.Store.Catalogue.ListLinksAsync(ZoneLinkKind.Became, "elvsund-grunnkrets-2012", "elvsund-grunnkrets-2018");

        Assert.Equal(reform.GetProperty("links").GetInt32(), links.Count);
        Assert.Equal(180, links.Select(link => link.FromCode).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(180, links.Select(link => link.ToCode).Distinct(StringComparer.Ordinal).Count());
        Assert.All(links.GroupBy(link => link.FromCode, StringComparer.Ordinal), successors => Assert.Equal(1, successors.Sum(link => link.Share!.Value), 9));
        Assert.Equal(2, links.Count(link => link.FromCode == reform.GetProperty("divided").GetString()));
        Assert.Equal(2, links.Count(link => link.ToCode == reform.GetProperty("joined").GetString()));
    }

    [Fact]
    public async Task Both_omradesatsingar_have_a_boundary_that_says_whether_it_is_official()
    {
        var boundaries = new List<BoundaryInfo>();
        foreach (var key in new[] { "kvernlia-satsinga", "nordlandet-loftet" })
        {
            boundaries.AddRange(await demo.Store.Outlines.ListOmradesatsingBoundariesAsync(key));
        }

        Assert.Equal([true, false], boundaries.Select(boundary => boundary.IsOfficial));
    }

    /// <summary>A share before and after, in per cent.</summary>
    private sealed class BeforeAndAfter
    {
        private readonly double[] numerator = new double[2];
        private readonly double[] denominator = new double[2];

        public double Change => 100 * (Share(1) - Share(0));

        public double Variance => 10_000 * Enumerable.Range(0, 2).Sum(part => Share(part) * (1 - Share(part)) / denominator[part]);

        public void Add(bool after, double counted, double among)
        {
            numerator[after ? 1 : 0] += counted;
            denominator[after ? 1 : 0] += among;
        }

        private double Share(int part) => numerator[part] / denominator[part];
    }
}
