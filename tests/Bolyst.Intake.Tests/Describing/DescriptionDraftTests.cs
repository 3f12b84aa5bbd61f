using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Describing;
using Bolyst.Intake.Description;
using Bolyst.Intake.Tests.Description;
using Bolyst.Store.Model;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Describing;

public sealed class DescriptionDraftTests : IDisposable
{
    private static readonly ZoneSetCodes Kommuner = new("kommune-2020", new HashSet<string> { "0301", "0302", "1103" });
    private static readonly ZoneSetCodes Bydeler = new("bydel-2020", new HashSet<string> { "030101", "030102" });

    private readonly DescriptionFolder folder = new();

    public void Dispose() => folder.Dispose();

    private async Task<(string Yaml, DeliveryDescription Loaded)> DraftAsync(params string[] paths)
    {
        var files = paths.Select(p => new DeliveryPath(Path.GetFileName(p), p)).ToList();
        var yaml = await DescriptionDraft.WriteAsync(files, [Kommuner, Bydeler], new GdalSettings(), IntakeLimits.Default, TestContext.Current.CancellationToken);
        // A draft is loaded from the folder where its files lie.
        return (yaml, DeliveryDescription.Parse(yaml, "draft.yaml", Path.GetDirectoryName(paths[0])!));
    }

    [Fact]
    public async Task A_norwegian_table_is_recognised()
    {
        var (yaml, loaded) = await DraftAsync(folder.Write("sosialhjelp.csv", "kommune;år;kjønn;mottakarar;andel\n301;2020;alle;1 234;12,5\n302;2020;kvinner;NULL;:\n1103;2021;menn;17;3,0\n"));

        var table = Assert.Single(loaded.Tables);
        Assert.Equal(("kommune-2020", "kommune", 4), (table.ZoneSet, table.Zone!.Field, table.Zone.Pad));
        Assert.Equal("år", table.Period!.Field);
        Assert.Equal((DecimalMark.Comma, ThousandsMark.Space), (table.DecimalMark, table.Thousands));
        Assert.Equal(["NULL"], table.Markers.Keys);
        Assert.Equal(["mottakarar", "andel"], table.Values.Select(v => v.Indicator));
        Assert.Equal("mottakarar", table.Values[0].Count!.Field);
        Assert.Equal("andel", table.Values[1].Rate!.Field);
        Assert.Contains("zoneSet: kommune-2020  # guessed: it has 3 of the 3 codes in kommune", yaml, StringComparison.Ordinal);
        Assert.Contains("has 3 texts: alle, kvinner, menn", yaml, StringComparison.Ordinal);
        Assert.Contains("delimiter ';', encoding utf8", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_yaml_would_misread_are_quoted()
    {
        var (_, loaded) = await DraftAsync(folder.Write("t x.csv", "nr,år: \"x\",# tal,- a\n0301,2020,1,yes\n"));

        Assert.Equal("# tal", Assert.Single(loaded.Tables[0].Values).Count!.Field);
        Assert.Equal("år: \"x\"", loaded.Tables[0].Period!.Field);
    }

    [Theory]
    [InlineData("a,b\nx,y\n")]
    [InlineData("a\n1\n")]
    [InlineData("a,a\n1,2\n")]
    public async Task A_draft_of_anything_loads(string table) => Assert.NotNull((await DraftAsync(folder.Write("t.csv", table))).Loaded);

    [Fact]
    public async Task Outlines_become_a_zone_set()
    {
        var (yaml, loaded) = await DraftAsync(
            SharedData.Require("data/nor-maps/versioned/2013_kommune.geojson"));

        var zoneSet = Assert.Single(loaded.ZoneSets);
        Assert.Equal("2013-kommune", zoneSet.Key);
        Assert.NotNull(zoneSet.Boundaries!.Code.Field);
        Assert.Contains("428 features", yaml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topojson_gets_a_guessed_reference_system()
    {
        var (yaml, loaded) = await DraftAsync(SharedData.Require("data/grunnkretser-2024/Grunnkretser_Oslo.json"));

        Assert.Equal("grunnkretsnummer", loaded.ZoneSets[0].Boundaries!.Code.Field);
        Assert.Contains("crs: EPSG:4326  # guessed", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/imdi-kommune-bydel-2015/vedvarende_lavinntekt.csv")]
    [InlineData("data/imdi-kommune-bydel-2015/imdikator_kommuner.json")]
    [InlineData("data/uk-lsoa-imd2019/imd2019_bradford_indicators.csv")]
    [InlineData("data/jsonstat-samples/jsonstatorg_galicia.json")]
    [InlineData("data/jsonstat-samples/ssb_29843_v1_dataset_29843.json")]
    [InlineData("data/klass-kode-endringer/khfunctions/kommune_change_ssb_jan2018.xlsx")]
    [InlineData("data/oslo-bydel-shapefile/Bydeler.shp")]
    public async Task Real_files_give_drafts_that_load(string file) => Assert.NotNull((await DraftAsync(SharedData.Require(file))).Loaded);
}
