using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Bolyst.Rpc.Tests;

/// <summary>The Connect protocol (https://connectrpc.com/docs/protocol/) as curl sees it.</summary>
public sealed class ConnectTests : IAsyncLifetime
{
    private const string Ask = "/bolyst.rpc.testing.ProbeService/Ask";
    private const string Watch = "/bolyst.rpc.testing.ProbeService/Watch";

    private readonly HttpClient client = new();
    private TestHost host = null!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(options =>
    {
        options.ConnectResponseCompression = "gzip";
        options.MinCompressedMessageSize = 0;
        options.MaxReceiveMessageSize = 1000;
    });

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return host.DisposeAsync();
    }

    [Fact]
    public async Task Json_in_json_out()
    {
        var (response, body) = await PostAsync(Ask, """{"text": "hei", "at": "2026-01-02T03:04:05Z"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{ "text": "hei", "at": "2026-01-02T03:04:05Z" }""", body);
    }

    [Fact]
    public async Task An_empty_body_is_an_empty_request() => Assert.Equal("{ }", (await PostAsync(Ask, "")).Body);

    [Theory]
    [InlineData("""{"txet": "hei"}""", "txet")]
    [InlineData("""{"number": "many"}""", "many")]
    [InlineData("""{"text": """, "bolyst.rpc.testing.Note")]
    [InlineData("[]", "bolyst.rpc.testing.Note")]
    public async Task Json_that_does_not_fit_is_an_invalid_argument_that_names_the_fault(string json, string named)
    {
        var (response, body) = await PostAsync(Ask, json);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonDocument.Parse(body).RootElement;
        Assert.Equal("invalid_argument", error.GetProperty("code").GetString());
        Assert.Contains(named, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_resource_exhausted()
    {
        var (response, body) = await PostAsync(Ask, $$"""{"text": "{{new string('a', 2000)}}"}""");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Contains("the limit is 1000", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_carry_code_message_details_and_trailers()
    {
        var violation = new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "text" } } };
        host.Probe.OnAsk = (_, context) =>
        {
            context.ResponseTrailers.Add("rows", "0");
            throw new Google.Rpc.Status { Code = (int)StatusCode.NotFound, Message = "nobody", Details = { Any.Pack(violation) } }.ToRpcException();
        };
        var (response, body) = await PostAsync(Ask, "{}");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("0", response.Headers.GetValues("trailer-rows").Single());
        var error = JsonDocument.Parse(body).RootElement;
        Assert.Equal(("not_found", "nobody"), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
        var detail = error.GetProperty("details").EnumerateArray().Single();
        Assert.Equal("google.rpc.BadRequest", detail.GetProperty("type").GetString());
        Assert.Equal(Convert.ToBase64String(violation.ToByteArray()).TrimEnd('='), detail.GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("\"v7\"", "\"v7\"")]

    // printf '{ "text": "hei" }' | sha256sum | cut -c1-32
    [InlineData(null, "\"30fdd9b5b2007454c0dd18481d17577b\"")]
    public async Task Get_is_cached_by_its_tag_and_revalidated(string? handlersTag, string tag)
    {
        host.Probe.OnAsk = async (request, context) =>
        {
            if (handlersTag is not null)
            {
                await context.WriteResponseHeadersAsync(new Metadata { { "etag", handlersTag } });
            }

            return request;
        };
        var url = new Uri(host.Http1, Ask + "?connect=v1&encoding=json&message=" + Uri.EscapeDataString("""{"text":"hei"}"""));
        using var first = await client.GetAsync(url);
        Assert.Equal("""{ "text": "hei" }""", await first.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(tag, first.Headers.ETag!.Tag);
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("?encoding=json&message={}&connect=v2", "connect=v2")]
    [InlineData("?encoding=json", "no message")]
    [InlineData("?message={}", "encoding=")]
    [InlineData("?encoding=proto&base64=1&message=!", "base64")]
    public async Task A_get_that_is_not_understood_says_why_and_is_not_cached(string query, string named)
    {
        using var response = await client.GetAsync(new Uri(host.Http1, Ask + query));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Contains(named, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_may_change_something_cannot_be_got()
    {
        using var response = await client.GetAsync(new Uri(host.Http1, Watch + "?encoding=json&message={}"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task A_body_may_be_compressed_both_ways()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Http1, Ask)) { Content = new ByteArrayContent(Gzip("""{"text":"hei"}""")) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var response = await client.SendAsync(request);
        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        using var plain = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(plain);
        Assert.Equal("""{ "text": "hei" }""", await text.ReadToEndAsync());
    }

    [Theory]
    [InlineData("Connect-Timeout-Ms", "soon", HttpStatusCode.BadRequest)]
    [InlineData("Connect-Timeout-Ms", "12345678901", HttpStatusCode.BadRequest)]
    [InlineData("Connect-Protocol-Version", "2", HttpStatusCode.BadRequest)]
    [InlineData("Connect-Timeout-Ms", "30", HttpStatusCode.GatewayTimeout)]
    public async Task Protocol_headers_are_honoured(string name, string value, HttpStatusCode expected)
    {
        host.Probe.OnAsk = async (request, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return request;
        };
        Assert.Equal(expected, (await PostAsync(Ask, "{}", (name, value))).Response.StatusCode);
    }

    [Fact]
    public async Task A_stream_ends_with_an_envelope_of_status_and_metadata()
    {
        host.Probe.OnWatch = async (request, responses, context) =>
        {
            context.ResponseTrailers.Add("rows", "1");
            await responses.WriteAsync(request);
            throw new RpcException(new Status(StatusCode.Aborted, "lost"));
        };
        using var content = new ByteArrayContent(RawCall.Envelope("""{"text":"hei"}"""u8.ToArray()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/connect+json");
        using var response = await client.PostAsync(new Uri(host.Http1, Watch), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var envelopes = (await RawAnswer.ReadAsync(response)).Envelopes();
        Assert.Equal("""{ "text": "hei" }""", Encoding.UTF8.GetString(envelopes[0].Content));
        Assert.Equal(2, envelopes[1].Flags);
        Assert.Equal("""{"error":{"code":"aborted","message":"lost"},"metadata":{"rows":["1"]}}""", Encoding.UTF8.GetString(envelopes[1].Content));
    }

    [Fact]
    public async Task An_unknown_method_is_unimplemented()
    {
        var (response, body) = await PostAsync("/bolyst.rpc.testing.ProbeService/Nothing", "{}");
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("no method 'Nothing'", body, StringComparison.Ordinal);
    }

    private static byte[] Gzip(string text)
    {
        using var output = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(output, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }

    private async Task<(HttpResponseMessage Response, string Body)> PostAsync(string path, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Http1, path)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        var response = await client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }
}
