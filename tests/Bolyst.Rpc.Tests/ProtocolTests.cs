using System.Net;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

/// <summary>What the specification says of requests that are not as they should be.</summary>
public sealed class ProtocolTests(SharedHost host) : IClassFixture<SharedHost>
{
    private const string Ask = "/bolyst.rpc.testing.ProbeService/Ask";

    [Fact]
    public async Task Http_1_is_refused_with_the_way_out()
    {
        using var client = new HttpClient();
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = new("application/grpc");
        using var response = await client.PostAsync(new Uri(host.Http1, Ask), content);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Equal("13", response.Headers.GetValues("grpc-status").Single());
        Assert.Equal(
            "gRPC needs HTTP/2 and this request came by HTTP/1.1. Call the HTTP/2 address, or use gRPC-Web or Connect.\n",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/grpcx")]
    [InlineData("application/grpc+thrift")]
    [InlineData("application/connect+json")]
    public async Task A_content_type_the_method_does_not_take_is_415(string contentType)
    {
        using var call = new RawCall(host.Http2, Ask);
        var answer = await call.SendAsync([], contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.HttpStatus);
        Assert.Contains("application/grpc,", answer.Headers["accept-post"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_other_than_post_is_405()
    {
        using var call = new RawCall(host.Http2, Ask);
        call.Request.Method = HttpMethod.Put;
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await call.SendAsync([])).HttpStatus);
    }

    [Theory]
    [InlineData(new byte[] { 2, 0, 0, 0, 0 }, "A message has unknown flags 0x02.")]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 }, "A message is marked as compressed and the headers name no encoding.")]
    [InlineData(new byte[] { 0, 0, 0, 0, 9, 1 }, "The request ends in the middle of a message.")]
    [InlineData(new byte[] { 0, 0, 0 }, "The request ends in the middle of a message.")]
    public async Task A_broken_envelope_is_internal_and_says_why(byte[] body, string message)
    {
        using var call = new RawCall(host.Http2, Ask);
        var answer = await call.SendAsync(body);
        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_refused_before_it_arrives()
    {
        using var call = new RawCall(host.Http2, Ask);
        var answer = await call.SendAsync([0, 0xff, 0xff, 0xff, 0xff]);
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
        Assert.Equal("A message received has 4294967295 bytes; the limit is 4194304.", answer.Message);
    }

    [Fact]
    public async Task An_unknown_encoding_is_unimplemented_and_the_known_ones_are_told()
    {
        using var call = new RawCall(host.Http2, Ask);
        call.Request.Headers.Add("grpc-encoding", "br");
        var answer = await call.SendAsync(new Note());
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.Equal("gzip,identity", answer.Field("grpc-accept-encoding"));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("1x")]
    public async Task A_bad_timeout_is_named(string timeout)
    {
        using var call = new RawCall(host.Http2, Ask);
        call.Request.Headers.Add("grpc-timeout", timeout);
        var answer = await call.SendAsync(new Note());
        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Contains(timeout, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_base64_are_named()
    {
        using var call = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        call.Request.Headers.Add("x-grpc-test-echo-trailing-bin", "!!");
        var answer = await call.SendAsync();
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        using var second = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        second.Request.Headers.Add("x-grpc-test-echo-trailing-bin", "!!");
        var echoed = await second.SendAsync(new Grpc.Testing.SimpleRequest());
        Assert.Equal(StatusCode.Internal, echoed.Status);
        Assert.Contains("x-grpc-test-echo-trailing-bin", echoed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_may_arrive_byte_by_byte()
    {
        await using var connection = await RawConnection.OpenAsync(host.Http2);
        var id = await connection.CallAsync("/bolyst.rpc.testing.ProbeService/Talk");
        foreach (var part in RawCall.Envelope(new Note { Text = "bit by bit" }.ToByteArray()).Concat(RawCall.Envelope([])).Chunk(1))
        {
            await connection.SendDataAsync(id, part, endStream: false);
        }

        await connection.SendDataAsync(id, [], endStream: true);
        await connection.Stream(id).Ended.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("0", connection.Stream(id).Headers["grpc-status"]);

        // Two envelopes of five bytes, around the 12 bytes of the first note and nothing of the second.
        Assert.Equal(22, connection.Stream(id).DataBytes);
    }

    [Fact]
    public async Task Json_in_grpc_envelopes_is_answered_in_json()
    {
        using var call = new RawCall(host.Http2, Ask);
        var answer = await call.SendAsync(RawCall.Envelope("""{"text":"hei","number":"7"}"""u8.ToArray()), "application/grpc+json");
        Assert.Equal("application/grpc+json", answer.Headers["content-type"]);
        Assert.Equal("""{ "text": "hei", "number": "7" }""", System.Text.Encoding.UTF8.GetString(Assert.Single(answer.Envelopes()).Content));
    }
}
