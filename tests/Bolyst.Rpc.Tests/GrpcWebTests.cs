using System.Net.Http.Headers;
using System.Text;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests;

/// <summary>gRPC-Web in base64, which no client library of today still sends; its binary form is connect-web's to prove.</summary>
public sealed class GrpcWebTests(SharedHost host) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Text_goes_in_and_out_in_base64_piece_by_piece(int pieces)
    {
        var envelope = RawCall.Envelope(new Note { Text = "a browser of long ago" }.ToByteArray());
        var body = string.Concat(envelope.Chunk((envelope.Length + pieces - 1) / pieces).Select(Convert.ToBase64String));
        var envelopes = await PostAsync(body);
        Assert.Equal("a browser of long ago", Note.Parser.ParseFrom(envelopes[0].Content).Text);
        Assert.Equal(0x80, envelopes[1].Flags);
        Assert.Equal("grpc-status: 0\r\n", Encoding.ASCII.GetString(envelopes[1].Content));
    }

    [Theory]
    [InlineData("AAAA!")]
    [InlineData("====")]
    [InlineData("AAA")]
    public async Task What_is_no_base64_is_internal(string body) =>
        Assert.StartsWith("grpc-status: 13\r\n", Encoding.ASCII.GetString(Assert.Single(await PostAsync(body)).Content), StringComparison.Ordinal);

    private async Task<IReadOnlyList<(byte Flags, byte[] Content)>> PostAsync(string body)
    {
        using var client = new HttpClient();
        using var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web-text");
        using var response = await client.PostAsync(new Uri(host.Http1, "/bolyst.rpc.testing.ProbeService/Watch"), content);
        Assert.Equal("application/grpc-web-text+proto", response.Content.Headers.ContentType!.ToString());

        // Each flush is encoded by itself, so padding may stand in the middle: decode group by group.
        var text = await response.Content.ReadAsStringAsync();
        var bytes = text.Chunk(4).SelectMany(group => Convert.FromBase64CharArray(group, 0, group.Length)).ToArray();
        return new RawAnswer(response.StatusCode, new Dictionary<string, string>(), new Dictionary<string, string>(), bytes).Envelopes();
    }
}
