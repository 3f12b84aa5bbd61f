using System.Net;
using System.Text.Json;
using Bolyst.Service.Tests.Clients;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>What is sent of a file before its outlines can be read, and what those are told who come when too many wait.</summary>
public class BegunTests(Begun begun) : IClassFixture<Begun>
{
    [Theory]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("geojson")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_file_begins_before_its_outlines_are_read(string format)
    {
        using var sent = new MemoryStream();
        HttpResponseMessage answer;
        Stream body;
        await using (await begun.WithholdAsync())
        {
            answer = await BeginAsync(format);
            body = await answer.Content.ReadAsStreamAsync();
            var first = new byte[1];
            await body.ReadExactlyAsync(first);
            sent.Write(first);
        }

        await body.CopyToAsync(sent);
        answer.Dispose();

        // Whoever asks now is given the whole file, the same to the last byte.
        Assert.Equal(await begun.Http.GetByteArrayAsync(Of(format)), sent.ToArray());
    }

    [Fact]
    public async Task FlatGeobuf_holds_the_outlines_of_the_GeoPackage_holes_and_parts_too()
    {
        using var gpkg = await Downloaded.GetAsync(begun.Http, Begun.Layer + ".gpkg?lang=nn");
        using var fgb = await Downloaded.GetAsync(begun.Http, Begun.Layer + ".fgb?lang=nn");
        var (expected, actual) = (await RowsAsync(gpkg), await RowsAsync(fgb));

        Assert.Equal(10, expected.Length);
        Assert.Contains(expected, row => row.Contains("2000 0", StringComparison.Ordinal) && row.Contains("2040 40", StringComparison.Ordinal));
        Assert.Equal(expected, actual);

        static async Task<string[]> RowsAsync(Downloaded file)
        {
            var (exitCode, rows, errors) = await ClientProcess.RunAsync("ogr2ogr", "-f", "CSV", "/vsistdout/", "-lco", "GEOMETRY=AS_WKT", "-select", "code", file.Path, Begun.Layer);
            Assert.True(exitCode == 0, errors);
            return [.. rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task More_than_may_wait_are_told_when_to_come_again()
    {
        await using (await begun.WithholdAsync())
        {
            using var first = await BeginAsync("csv?lang=nn");
            using var second = await BeginAsync("csv?lang=en");
            using var refused = await begun.Http.GetAsync(Of("geojson?lang=nn"));

            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(60), refused.Headers.RetryAfter!.Delta);
            Assert.Equal(
                "As many downloads are being made as this service makes at a time. Try again in a minute.",
                JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString());
        }

        // It was nobody's fault and is over: the same request is served.
        using var again = await BeginAsync("geojson?lang=nn");
        Assert.StartsWith("{\"type\":\"FeatureCollection\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("fgb")]
    [InlineData("fgb.zip")]
    public async Task A_file_that_fails_half_way_is_no_file(string file)
    {
        await using (var withheld = await begun.WithholdAsync())
        {
            using var answer = await BeginAsync(file);
            await withheld.BreakAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync());
        }

        await begun.Served.NothingIsKeptAsync();
    }

    [Fact]
    public async Task A_client_that_leaves_leaves_nothing_behind()
    {
        await using var withheld = await begun.WithholdAsync();
        using (var answer = await BeginAsync("geojson.zip"))
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            Assert.Equal((byte)'P', body.ReadByte());
        }

        await begun.Served.NothingIsKeptAsync();
    }

    /// <summary>Asks until there is room: files of the test before this one may still be put away.</summary>
    private async Task<HttpResponseMessage> BeginAsync(string file)
    {
        while (true)
        {
            var answer = await begun.Http.GetAsync(Of(file), HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode == HttpStatusCode.OK)
                return answer;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            answer.Dispose();
            await Task.Delay(20);
        }
    }

    private static Uri Of(string file) => new($"/download/{Begun.Layer}.{file}", UriKind.Relative);
}
