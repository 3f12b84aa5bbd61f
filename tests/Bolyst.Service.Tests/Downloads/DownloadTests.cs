using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bolyst.Service.Tests.Ogc;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>How files are asked for and sent.</summary>
public class DownloadTests(Norge norge, Files files)
{
    [Fact]
    public async Task An_archive_begins_with_the_README_and_holds_the_sources()
    {
        using var archive = new ZipArchive(await norge.Http.GetStreamAsync(Of("ruter.csv.zip?lang=en&indicators=indeks")));
        var readme = await TextAsync(archive.Entries[0]);
        var sources = JsonDocument.Parse(await TextAsync(archive.Entries[1])).RootElement;

        Assert.Equal(["README.txt", "sources.json", "record.ttl", "ruter_2020_v1.csv"], archive.Entries.Select(entry => entry.Name));
        Assert.All(
            ["Dataset version: 1", "Indikator indeks", "points", "2020", "Definisjon", "suppressed: Withheld to protect privacy", "Prøvekontoret: Norge (CC0)", "Caveats", "/download/ruter.csv.zip?indicators=indeks&lang=en&as_of=1"],
            text => Assert.Contains(text, readme, StringComparison.Ordinal));
        // Only what occurs is explained, and only what was asked for is there.
        Assert.DoesNotContain("not_delivered", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("folketal", readme, StringComparison.Ordinal);
        Assert.Equal("norge", sources.GetProperty("sources")[0].GetProperty("key").GetString());
        Assert.StartsWith("\uFEFFcode,name,", await TextAsync(archive.Entries[3], detect: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb", "Kolonner", "skjult|holdt tilbake|tilbakeholdt|Tilbakeholdt|Skjult|Holdt tilbake")]
    [InlineData("nn", "Kolonnar", "")]
    [InlineData("en", "Columns", "")]
    public async Task The_README_speaks_three_languages(string lang, string heading, string status)
    {
        using var archive = new ZipArchive(await norge.Http.GetStreamAsync(Of("ruter.csv.zip?lang=" + lang)));
        var readme = await TextAsync(archive.Entries[0]);

        Assert.Contains(heading + "\n---", readme, StringComparison.Ordinal);
        Assert.Matches(status, readme);
    }

    [Fact]
    public async Task A_file_says_what_and_when_and_is_known_again()
    {
        using var answer = await norge.Http.GetAsync(Of("ruter.gpkg"));
        using var fixedVersion = await norge.Http.GetAsync(Of("ruter.gpkg?as_of=1"));
        var tag = answer.Headers.ETag!;
        using var again = await norge.SendAsync("/download/ruter.gpkg", "If-None-Match", tag.ToString());
        using var other = await norge.SendAsync("/download/ruter.gpkg?indicators=indeks", "If-None-Match", tag.ToString());

        Assert.Equal("ruter_2020_v1.gpkg", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("application/geopackage+sqlite3", answer.Content.Headers.ContentType!.MediaType);
        Assert.False(tag.IsWeak);
        Assert.Equal(tag, fixedVersion.Headers.ETag);
        Assert.Equal("public, max-age=86400", string.Join(", ", fixedVersion.Headers.GetValues("Cache-Control")));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("ruter.gpkg")]
    [InlineData("ruter.geojson")]
    [InlineData("ruter.csv.zip")]
    public async Task Parts_and_the_head_agree_with_the_whole(string file)
    {
        var whole = await norge.Http.GetByteArrayAsync(Of(file));
        using var head = await norge.Http.SendAsync(new(HttpMethod.Head, Of(file)));
        using var asked = new HttpRequestMessage(HttpMethod.Get, Of(file)) { Headers = { Range = new RangeHeaderValue(100, 299) } };
        using var part = await norge.Http.SendAsync(asked);

        Assert.Equal(whole.Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(whole[100..300], await part.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("gpkg.zip")]
    [InlineData("fgb.zip")]
    public async Task Made_anew_a_file_has_the_same_bytes(string ending)
    {
        // This service keeps nothing that nobody reads, so each of these is made anew.
        var first = await files.Http.GetByteArrayAsync(Of("stygge." + ending));
        await files.Served.NothingIsKeptAsync();
        var second = await files.Http.GetByteArrayAsync(Of("stygge." + ending));

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("ukjent.gpkg", 404, "ukjent")]
    [InlineData("ruter.shp", 404, ".gpkg, .fgb, .geojson, .csv, .xlsx")]
    [InlineData("ruter", 404, "There is no format")]
    [InlineData(".gpkg", 404, "There is no collection ''")]
    [InlineData("..%2F..%2Fetc%2Fpasswd.csv", 404, "There is no collection")]
    [InlineData("ruter.csv?period=i%20fjor", 400, "period")]
    [InlineData("ruter.csv?period=1999", 404, "1999")]
    [InlineData("ruter.csv?as_of=99", 404, "99")]
    [InlineData("ruter.csv?as_of=ny", 400, "as_of")]
    [InlineData("ruter.csv?indicators=ukjent", 404, "ukjent")]
    [InlineData("ruter.csv?indexes=ukjent", 404, "ukjent")]
    [InlineData("ruter.csv?lang=de", 400, "nb, nn or en")]
    [InlineData("ruter.csv?crs=EPSG:1", 400, "crs")]
    [InlineData("ruter.geojson?crs=http://www.opengis.net/def/crs/EPSG/0/25833", 400, "CRS84")]
    [InlineData("ruter.csv?limit=1", 400, "limit")]
    [InlineData("vann_flater.csv?kommune=0301", 400, "kommune: goes with zone sets")]
    [InlineData("vann_flater.csv?composite=%7B%22ready%22:%22imd-2019-style%22%7D", 400, "composite: goes with zone sets")]
    public async Task What_cannot_be_had_is_refused_in_words(string address, int status, string says)
    {
        var (code, detail) = await norge.FailAsync("/download/" + address);

        Assert.Equal(status, code);
        Assert.Contains(says, detail, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Bolyst.", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_layer_and_format_is_listed_by_an_address_that_answers()
    {
        var list = await norge.GetAsync("/download");
        var links = list.GetProperty("layers").EnumerateArray().SelectMany(layer => layer.GetProperty("links").EnumerateArray()).Select(link => link.GetProperty("href").GetString()!).ToArray();

        Assert.Equal(4 * 5 * 2, links.Length);
        foreach (var link in links.Where(link => link.Contains("/steder.", StringComparison.Ordinal)))
        {
            using var answer = await norge.Http.GetAsync(new Uri(link));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Contains("<h1>Downloads</h1>", await norge.Http.GetStringAsync(new Uri("/download?f=html", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mange.gpkg")]
    [InlineData("mange.fgb")]
    [InlineData("mange.fgb.zip")]
    [InlineData("mange.geojson")]
    [InlineData("midt.gpkg")]
    [InlineData("midt.gpkg.zip")]
    [InlineData("midt.fgb")]
    [InlineData("midt.geojson")]
    public async Task A_file_above_the_limit_is_refused_in_words(string file)
    {
        foreach (var part in (RangeHeaderValue?[])[null, new(0, 99)])
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, Of(file)) { Headers = { Range = part } };
            using var answer = await files.Http.SendAsync(asked);

            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(
                "file: has more than 400000 bytes, which is this service's limit (BOLYST_LIMITS__MaxDownloadBytes). Name fewer indicators or one kommune, or ask whoever runs the service for a higher limit.",
                JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString());
        }

        await files.Served.NothingIsKeptAsync();
    }

    [Fact]
    public async Task A_file_that_might_have_passed_the_limit_is_sent_when_it_is_whole()
    {
        using var answer = await files.Http.GetAsync(Of("mange.xlsx"), HttpCompletionOption.ResponseHeadersRead);

        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, Files.MostBytes);
        Assert.Equal(answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync()).LongLength);
    }

    private static Uri Of(string file) => new("/download/" + file, UriKind.Relative);

    private static async Task<string> TextAsync(ZipArchiveEntry entry, bool detect = true)
    {
        using var reader = new StreamReader(entry.Open(), new System.Text.UTF8Encoding(false), detect);
        return await reader.ReadToEndAsync();
    }
}
