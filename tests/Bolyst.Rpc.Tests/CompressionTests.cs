using System.IO.Compression;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

public sealed class CompressionTests
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";
    private static readonly Note Large = new() { Text = new string('a', 10_000) };

    [Fact]
    public async Task A_caller_that_accepts_gzip_gets_it_message_by_message()
    {
        await using var host = await TestHost.StartAsync(options => options.ResponseCompression = "gzip");
        host.Probe.OnWatch = async (request, responses, _) =>
        {
            await responses.WriteAsync(request);
            responses.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
            await responses.WriteAsync(request);
        };
        using var call = new RawCall(host.Http2, Service + "Watch");
        call.Request.Headers.Add("grpc-accept-encoding", "identity,gzip");
        var answer = await call.SendAsync(Large);
        Assert.Equal("gzip", answer.Headers["grpc-encoding"]);
        var (compressed, plain) = (answer.Envelopes()[0], answer.Envelopes()[1]);
        Assert.Equal(1, compressed.Flags);
        Assert.Equal(Large, Note.Parser.ParseFrom(new GZipStream(new MemoryStream(compressed.Content), CompressionMode.Decompress)));
        Assert.Equal(0, plain.Flags);
        Assert.Equal(Large, Note.Parser.ParseFrom(plain.Content));
    }

    [Fact]
    public async Task A_caller_that_does_not_accept_gzip_gets_none()
    {
        await using var host = await TestHost.StartAsync(options => options.ResponseCompression = "gzip");
        using var call = new RawCall(host.Http2, Service + "Ask");
        var answer = await call.SendAsync(Large);
        Assert.False(answer.Headers.ContainsKey("grpc-encoding"));
        Assert.Equal(0, Assert.Single(answer.Envelopes()).Flags);
    }

    [Fact]
    public async Task A_small_message_that_unpacks_beyond_the_limit_is_refused()
    {
        await using var host = await TestHost.StartAsync(options => options.MaxReceiveMessageSize = 100_000);
        var bomb = Gzip(new Note { Text = new string('a', 50_000_000) }.ToByteArray());
        Assert.InRange(bomb.Length, 1, 100_000);
        using var call = new RawCall(host.Http2, Service + "Ask");
        call.Request.Headers.Add("grpc-encoding", "gzip");
        var answer = await call.SendAsync(RawCall.Envelope(bomb, flags: 1));
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
    }

    [Fact]
    public async Task What_is_marked_as_gzip_and_is_not_is_internal()
    {
        await using var host = await TestHost.StartAsync();
        using var call = new RawCall(host.Http2, Service + "Ask");
        call.Request.Headers.Add("grpc-encoding", "gzip");
        Assert.Equal(StatusCode.Internal, (await call.SendAsync(RawCall.Envelope([1, 2, 3, 4], flags: 1))).Status);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_resource_exhausted()
    {
        await using var host = await TestHost.StartAsync(options => options.MaxSendMessageSize = 1000);
        using var call = new RawCall(host.Http2, Service + "Ask");
        var answer = await call.SendAsync(Large);
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);

        // 1 byte of tag, 2 of length, 10 000 of text.
        Assert.Equal("A message to send has 10003 bytes; the limit is 1000.", answer.Message);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }
}
