using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Bolyst.Rpc.Tests.Server;

namespace Bolyst.Rpc.Tests;

/// <summary>A request that is refused is told so and harms no other: its connection goes on, and nothing is logged as the server's fault.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("application/json", "{bad", "{\"code\":\"invalid_argument\"")]
    [InlineData("application/json", "{\"text\": \"longer than sixteen bytes\"}", "{\"code\":\"resource_exhausted\"")]
    [InlineData("application/grpc-web", "\0\0\0\0\u0001\u0007", "grpc-status: 13")]
    [InlineData("application/grpc-web", "\u0004\0\0\0\0", "grpc-status: 13")]
    [InlineData("application/grpc-web", "\0\0\0\0\u0011and seventeen more", "grpc-status: 8")]
    [InlineData("application/grpc-web", "\0\0\0\0\u0009too few", "grpc-status: 13")]
    [InlineData("application/grpc-web-text", "AAAA!!!!", "ncnBjLXN0YXR1czogMTM")] // grpc-status: 13 in base64, five bytes in
    public async Task The_next_request_on_its_connection_is_answered(string contentType, string body, string told)
    {
        await using var host = await TestHost.StartAsync(options => options.MaxReceiveMessageSize = 16);
        var connections = 0;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                connections++;
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, host.Http1.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        for (var request = 0; request < 3; request++)
        {
            using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
            using var response = await client.PostAsync(new Uri(host.Http1, "/bolyst.rpc.testing.ProbeService/Ask"), content);
            Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(1, connections);
        Assert.Empty(host.Log.All);
    }
}
