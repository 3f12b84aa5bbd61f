using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

/// <summary>Answers by Connect to clients that unpack by themselves, as browsers do, and to those that do not.</summary>
public sealed class ConnectCompressionTests : IAsyncLifetime
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";

    /// <summary>As a message 1 byte of tag, 2 of length and the text: 1024 bytes in all.</summary>
    private static readonly Note JustLarge = new() { Text = new string('a', 1021) };

    private static readonly Note JustSmall = new() { Text = new string('a', 1020) };

    private TestHost host = null!;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(options => options.ConnectResponseCompression = "gzip");

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(1, "POST", "application/proto")]
    [InlineData(1, "POST", "application/json")]
    [InlineData(1, "GET", "application/proto")]
    [InlineData(2, "POST", "application/proto")]
    [InlineData(2, "POST", "application/json")]
    [InlineData(2, "GET", "application/proto")]
    public async Task A_client_that_unpacks_by_itself_reads_the_same_answer_in_fewer_bytes(int version, string method, string mediaType)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip };
        using var unpacking = new HttpClient(handler);
        using var bare = new HttpClient();
        var plain = await AnswerAsync(bare, version, method, mediaType, JustLarge);
        Assert.Empty(plain.Encoding);
        Assert.Equal(plain.Body, (await AnswerAsync(unpacking, version, method, mediaType, JustLarge)).Body);

        var packed = await AnswerAsync(bare, version, method, mediaType, JustLarge, "br;q=1, gzip;q=0.8");
        Assert.Equal("gzip", packed.Encoding);
        Assert.InRange(packed.Body.Length, 1, 100);
        Assert.Equal(plain.Body, Unpacked(packed.Body));
    }

    [Theory]
    [InlineData("br, deflate")]
    [InlineData("gzip;q=0, identity")]
    [InlineData("gzip; q=0.000")]
    public async Task What_a_client_does_not_take_is_not_sent(string accepted)
    {
        using var client = new HttpClient();
        var answer = await AnswerAsync(client, 1, "POST", "application/proto", JustLarge, accepted);
        Assert.Empty(answer.Encoding);
        Assert.Equal(JustLarge, Note.Parser.ParseFrom(answer.Body));
    }

    [Fact]
    public async Task A_small_answer_goes_as_it_is()
    {
        using var client = new HttpClient();
        var answer = await AnswerAsync(client, 1, "POST", "application/proto", JustSmall, "gzip");
        Assert.Empty(answer.Encoding);
        Assert.Equal(JustSmall, Note.Parser.ParseFrom(answer.Body));
    }

    [Fact]
    public async Task Of_a_stream_the_large_messages_are_packed()
    {
        host.Probe.OnWatch = async (_, responses, _) =>
        {
            await responses.WriteAsync(JustLarge);
            await responses.WriteAsync(JustSmall);
        };
        using var client = new HttpClient();
        using var content = new ByteArrayContent(RawCall.Envelope([]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/connect+proto");
        content.Headers.Add("Connect-Accept-Encoding", "gzip");
        using var response = await client.PostAsync(new Uri(host.Http1, Service + "Watch"), content);
        Assert.Equal("gzip", response.Headers.GetValues("Connect-Content-Encoding").Single());
        var envelopes = (await RawAnswer.ReadAsync(response)).Envelopes();
        Assert.Equal([1, 0, 2], envelopes.Select(envelope => (int)envelope.Flags));
        Assert.Equal(JustLarge, Note.Parser.ParseFrom(Unpacked(envelopes[0].Content)));
        Assert.Equal(JustSmall, Note.Parser.ParseFrom(envelopes[1].Content));
    }

    [Fact]
    public async Task Callers_by_grpc_get_none_unless_the_host_says_so()
    {
        using var call = new RawCall(host.Http2, Service + "Ask");
        call.Request.Headers.Add("grpc-accept-encoding", "identity,gzip");
        Assert.Equal(0, Assert.Single((await call.SendAsync(JustLarge)).Envelopes()).Flags);
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task<(string Encoding, byte[] Body)> AnswerAsync(
        HttpClient client, int version, string method, string mediaType, Note note, string? accepted = null)
    {
        var json = mediaType == "application/json";
        var message = json ? System.Text.Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(note)) : note.ToByteArray();
        var query = method == "GET" ? $"?connect=v1&encoding={(json ? "json" : "proto")}&base64=1&message={Convert.ToBase64String(message).Replace('+', '-').Replace('/', '_')}" : "";
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(version == 1 ? host.Http1 : host.Http2, Service + "Ask" + query))
        {
            Version = new(version, version == 1 ? 1 : 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (method == "POST")
        {
            request.Content = new ByteArrayContent(message);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (response.Content.Headers.ContentEncoding.SingleOrDefault() ?? "", await response.Content.ReadAsByteArrayAsync());
    }
}
