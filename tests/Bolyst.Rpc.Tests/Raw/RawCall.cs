using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests.Raw;

/// <summary>A call made by hand, so that a test may send what no client library would.</summary>
internal sealed class RawCall : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public RawCall(Uri address, string path)
    {
        Request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Request.Headers.TryAddWithoutValidation("te", "trailers");
    }

    public HttpRequestMessage Request { get; }

    /// <summary>Sends these bytes as the whole body.</summary>
    public async Task<RawAnswer> SendAsync(byte[] body, string contentType = "application/grpc")
    {
        Request.Content = new ByteArrayContent(body);
        Request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var response = await client.SendAsync(Request);
        return await RawAnswer.ReadAsync(response);
    }

    /// <summary>Sends messages, each in its envelope.</summary>
    public Task<RawAnswer> SendAsync(params IMessage[] messages) => SendAsync([.. messages.SelectMany(message => Envelope(message.ToByteArray()))]);

    public static byte[] Envelope(byte[] message, byte flags = 0)
    {
        var envelope = new byte[5 + message.Length];
        envelope[0] = flags;
        BinaryPrimitives.WriteInt32BigEndian(envelope.AsSpan(1), message.Length);
        message.CopyTo(envelope, 5);
        return envelope;
    }

    public void Dispose()
    {
        Request.Dispose();
        client.Dispose();
    }
}
