using System.Globalization;
using System.Text.Json;
using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Export;

/// <summary><c>bolyst export</c> of the demo, read by the reader that maps use (tests/clients/pmtiles) and held beside the service.</summary>
public sealed class ExportCommandTests(ExportCommandTests.ServedDemo demo) : IClassFixture<ExportCommandTests.ServedDemo>
{
    [Theory]
    [InlineData("elvsund-levekarssone", "", 150)]
    [InlineData("elvsund-bydel,elvsund-levekarssone", "--indicators unemployed,employed --indexes none --period 2020 --max-zoom 12", 30)]
    public async Task An_archive_holds_the_tiles_that_the_service_serves(string zoneSets, string options, int atLeast)
    {
        var file = demo.PathOf("soner.pmtiles");
        (await demo.Bolyst.RunAsync(["export", zoneSets, file, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ShouldSucceed().ShouldSay("soner.pmtiles: ", " tiles to zoom ");

        var query = options.Length == 0 ? "" : "?indicators=unemployed,employed&indexes=none&period=2020";
        var compared = await Outcome.OfAsync("node", Path.Combine(Clients, "compare.mjs"), file, $"{demo.Address}tiles/{zoneSets}", query);
        using var answer = JsonDocument.Parse(compared.ShouldSucceed().Output);
        Assert.Empty(answer.RootElement.GetProperty("different").EnumerateArray());
        Assert.InRange(answer.RootElement.GetProperty("equal").GetInt32(), atLeast, 10_000);
        Assert.InRange(answer.RootElement.GetProperty("empty").GetInt32(), 10, 10_000);
    }

    [Fact]
    public async Task An_archive_says_what_it_holds()
    {
        var file = demo.PathOf("kommune.pmtiles");
        (await demo.Bolyst.RunAsync("export", "elvsund-kommune", file, "--indicators", "population", "--indexes", "none", "--max-zoom", "3")).ShouldSucceed();

        var read = await Outcome.OfAsync("node", Path.Combine(Clients, "read.mjs"), file, "0/0/0", "3/0/0");
        using var archive = JsonDocument.Parse(read.ShouldSucceed().Output);
        var (header, metadata) = (archive.RootElement.GetProperty("header"), archive.RootElement.GetProperty("metadata"));
        Assert.Equal((3, 0, 3, 4), (
            header.GetProperty("specVersion").GetInt32(), header.GetProperty("minZoom").GetInt32(), header.GetProperty("maxZoom").GetInt32(), header.GetProperty("numAddressedTiles").GetInt32()));

        // ogrinfo -so of the delivery's kommune.geojson in EPSG:4326: the demo lies in the Norwegian Sea.
        Assert.InRange(header.GetProperty("minLon").GetDouble(), 5.3, 5.4);
        Assert.InRange(header.GetProperty("maxLat").GetDouble(), 65.5, 65.6);
        Assert.Equal("Elvsund kommune", metadata.GetProperty("name").GetString());
        Assert.Equal("elvsund-kommune", metadata.GetProperty("vector_layers")[0].GetProperty("id").GetString());
        Assert.Equal("Number", metadata.GetProperty("vector_layers")[0].GetProperty("fields").GetProperty("population").GetString());
        Assert.Equal([JsonValueKind.String, JsonValueKind.Null], archive.RootElement.GetProperty("tiles").EnumerateArray().Select(tile => tile.ValueKind));
    }

    [Theory]
    [InlineData("soner.gpkg", "--indicators unemployed --indexes none --period 2020")]
    [InlineData("soner.csv", "")]
    [InlineData("soner.xlsx.zip", "--as-of 1")]
    public async Task A_file_is_the_one_that_the_service_gives(string name, string options)
    {
        var file = demo.PathOf(name);
        (await demo.Bolyst.RunAsync(["export", "elvsund-levekarssone", file, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ShouldSucceed().ShouldSay(name + ": ");

        using var http = new HttpClient();
        var query = options.Replace(" --", "&", StringComparison.Ordinal).Replace("--as-of", "as_of", StringComparison.Ordinal).TrimStart('-').Replace(' ', '=');
        Assert.Equal(await http.GetByteArrayAsync(new Uri(demo.Address, $"download/elvsund-levekarssone{name["soner".Length..]}?{query}")), await File.ReadAllBytesAsync(file));
        Assert.Empty(Directory.EnumerateFiles(demo.Folder, "*.part"));
    }

    [Theory]
    [InlineData("nowhere", "x.gpkg", "", "There is no collection 'nowhere'")]
    [InlineData("elvsund-bydel", "x.csv", "--indicators joy", "There is no indicator 'joy'")]
    [InlineData("elvsund-bydel", "x.csv", "--max-zoom 3", "--max-zoom is for .pmtiles")]
    [InlineData("elvsund-bydel,elvsund-kommune", "x.csv", "", "There is no collection 'elvsund-bydel,elvsund-kommune'")]
    [InlineData("nowhere", "x.pmtiles", "", "There is no zone set 'nowhere'")]
    [InlineData("elvsund-bydel", "x.pmtiles", "--indicators joy", "There is no indicator 'joy'")]
    [InlineData("elvsund-bydel", "x.pmtiles", "--as-of 9", "Dataset version 9 does not exist")]
    [InlineData("elvsund-bydel", "x.tiles", "", "End it with .pmtiles")]
    [InlineData("elvsund-bydel", "nowhere/x.pmtiles", "", "There is no folder")]
    [InlineData("elvsund-bydel", "x.pmtiles", "--max-zoom 15", "--max-zoom is a zoom from 0 to 14")]
    public async Task What_cannot_be_is_refused_and_leaves_nothing(string zoneSet, string file, string options, string says)
    {
        (await demo.Bolyst.RunAsync(["export", zoneSet, demo.PathOf(file), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).ShouldFail(says);
        Assert.Empty(Directory.EnumerateFiles(demo.Folder, "x.*"));
    }

    [Fact]
    public async Task Interrupted_it_leaves_the_file_of_before()
    {
        var file = demo.PathOf("avbroten.pmtiles");
        await File.WriteAllTextAsync(file, "before");
        using var export = demo.Bolyst.Start("export", "elvsund-grunnkrets-2018", file);
        // On standard error each tenth is a line; the first comes with the first tile.
        Assert.NotNull(await export.StandardError.ReadLineAsync());
        (await Outcome.OfAsync("kill", "-INT", export.Id.ToString(CultureInfo.InvariantCulture))).ShouldSucceed();
        var said = await Outcome.OfAsync(export);

        Assert.Equal(130, said.ExitCode);
        Assert.Equal("before", await File.ReadAllTextAsync(file));
        Assert.Equal([file], Directory.EnumerateFiles(demo.Folder, "avbroten*"));
    }

    private static string Clients { get; } = Path.Combine(Repository.Root, "tests", "clients", "pmtiles");

    /// <summary>The demo in a database of its own, served.</summary>
    public sealed class ServedDemo : IAsyncLifetime
    {
        private readonly TemporaryHome home = new();
        private TestDatabase database = null!;

        public string Folder { get; } = Directory.CreateTempSubdirectory("bolyst-export-").FullName;

        public Uri Address => new($"http://localhost:{home.Port}/");

        internal BolystCommand Bolyst => home.Command with { Environment = new(StringComparer.Ordinal) { ["BOLYST_DATABASE"] = database.ConnectionString } };

        public string PathOf(string file) => Path.Combine(Folder, file);

        public async ValueTask InitializeAsync()
        {
            database = await TestDatabase.CreateAsync();
            (await Bolyst.RunAsync("demo", "--out", PathOf("demo"), "--import")).ShouldSucceed();
            (await Bolyst.RunAsync(["up", "--detach", .. home.UpSwitches])).ShouldSucceed();
        }

        public async ValueTask DisposeAsync()
        {
            await home.DisposeAsync();
            await database.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
