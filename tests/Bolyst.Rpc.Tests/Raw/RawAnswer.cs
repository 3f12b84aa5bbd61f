using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests.Raw;

/// <summary>What came back for a call made by hand.</summary>
internal sealed record RawAnswer(HttpStatusCode HttpStatus, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> Trailers, byte[] Body)
{
    /// <summary>The status, from the trailers or, in a trailers-only answer, the headers.</summary>
    public StatusCode Status => (StatusCode)int.Parse(Field("grpc-status")!, CultureInfo.InvariantCulture);

    /// <summary>The status message, decoded.</summary>
    public string Message => Uri.UnescapeDataString(Field("grpc-message") ?? "");

    public static async Task<RawAnswer> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        return new RawAnswer(
            response.StatusCode,
            Flatten(response.Headers.Concat(response.Content.Headers)),
            Flatten(response.TrailingHeaders),
            body);
    }

    public string? Field(string name) => Trailers.GetValueOrDefault(name) ?? Headers.GetValueOrDefault(name);

    /// <summary>The messages of the body, which must be whole envelopes.</summary>
    public IReadOnlyList<(byte Flags, byte[] Content)> Envelopes()
    {
        var envelopes = new List<(byte, byte[])>();
        var rest = Body.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest[1..]);
            envelopes.Add((rest[0], rest.Slice(5, length).ToArray()));
            rest = rest[(5 + length)..];
        }

        return envelopes;
    }

    public IReadOnlyList<T> Messages<T>(MessageParser<T> parser)
        where T : IMessage<T> => [.. Envelopes().Select(envelope => parser.ParseFrom(envelope.Content))];

    private static Dictionary<string, string> Flatten(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers) =>
        headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(",", header.Value), StringComparer.Ordinal);
}
