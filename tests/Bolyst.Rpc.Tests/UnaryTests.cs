using Bolyst.Rpc.Tests.Raw;
using Grpc.Testing;

namespace Bolyst.Rpc.Tests;

public sealed class UnaryTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task An_answer_has_its_message_and_status_zero_in_the_trailers()
    {
        using var call = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        var answer = await call.SendAsync(new SimpleRequest { ResponseSize = 314159 });
        Assert.Equal(StatusCode.OK, answer.Status);
        Assert.Equal("0", answer.Trailers["grpc-status"]);
        Assert.Equal("application/grpc", answer.Headers["content-type"]);
        Assert.Equal(314159, Assert.Single(answer.Messages(SimpleResponse.Parser)).Payload.Body.Length);
    }

    [Fact]
    public async Task An_error_without_a_message_travels_in_the_headers_alone()
    {
        using var call = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        var answer = await call.SendAsync(new SimpleRequest { ResponseStatus = new EchoStatus { Code = 9, Message = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n" } });
        Assert.Equal("9", answer.Headers["grpc-status"]);
        Assert.Equal("%09%0Atest with whitespace%0D%0Aand Unicode BMP %E2%98%BA and non-BMP %F0%9F%98%88%09%0A", answer.Headers["grpc-message"]);
        Assert.Empty(answer.Trailers);
    }

    [Fact]
    public async Task A_unary_method_takes_exactly_one_message()
    {
        using var none = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        Assert.Equal(StatusCode.Unimplemented, (await none.SendAsync()).Status);
        using var two = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        Assert.Equal(StatusCode.Unimplemented, (await two.SendAsync(new SimpleRequest(), new SimpleRequest())).Status);
    }

    [Fact]
    public async Task Garbage_is_told_with_the_message_type()
    {
        using var call = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        var answer = await call.SendAsync(RawCall.Envelope([0xff, 0xff, 0xff]));
        Assert.Equal(StatusCode.Internal, answer.Status);
        Assert.Contains("grpc.testing.SimpleRequest", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/grpc.testing.TestService/Nothing", "Service 'grpc.testing.TestService' has no method 'Nothing'.")]
    [InlineData("/no.such.Service/Method", "No service answers to '/no.such.Service/Method'.")]
    public async Task What_is_not_there_is_unimplemented(string path, string message)
    {
        using var call = new RawCall(host.Http2, path);
        var answer = await call.SendAsync(new Empty());
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.Equal(message, answer.Message);
    }

    [Fact]
    public async Task Metadata_is_echoed_as_text_and_as_bytes()
    {
        using var call = new RawCall(host.Http2, "/grpc.testing.TestService/UnaryCall");
        call.Request.Headers.Add("x-grpc-test-echo-initial", "test_initial_metadata_value");
        call.Request.Headers.Add("x-grpc-test-echo-trailing-bin", "q6ur");
        var answer = await call.SendAsync(new SimpleRequest());
        Assert.Equal("test_initial_metadata_value", answer.Headers["x-grpc-test-echo-initial"]);
        Assert.Equal("q6ur", answer.Trailers["x-grpc-test-echo-trailing-bin"]);
    }

    [Fact]
    public async Task A_sleeping_handler_ends_at_the_deadline()
    {
        using var call = new RawCall(host.Http2, "/grpc.testing.TestService/StreamingOutputCall");
        call.Request.Headers.Add("grpc-timeout", "50m");
        var answer = await call.SendAsync(new StreamingOutputCallRequest { ResponseParameters = { new ResponseParameters { Size = 1, IntervalUs = 60_000_000 } } });
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }
}
