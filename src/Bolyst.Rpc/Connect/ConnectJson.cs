using System.Text.Encodings.Web;
using System.Text.Json;
using Bolyst.Rpc.Wire;
using Google.Protobuf.WellKnownTypes;

namespace Bolyst.Rpc.Connect;

/// <summary>How a call ended, as the JSON of a Connect error or of the last envelope of a Connect stream.</summary>
internal static class ConnectJson
{
    // The text is a body of its own, never part of a page: quotes and letters beyond ASCII stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Error(Status status, Metadata? trailers) => Write(json => WriteError(json, status, trailers));

    public static byte[] EndOfStream(Status status, Metadata? trailers) => Write(json =>
    {
        json.WriteStartObject();
        if (status.StatusCode != StatusCode.OK)
        {
            json.WritePropertyName("error");
            WriteError(json, status, trailers);
        }

        var metadata = WithoutDetails(trailers).GroupBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        if (metadata.Count > 0)
        {
            json.WriteStartObject("metadata");
            foreach (var entries in metadata)
            {
                json.WriteStartArray(entries.Key);
                foreach (var entry in entries)
                {
                    json.WriteStringValue(MetadataHeaders.Text(entry));
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    /// <summary>Trailers beside the rich status, which has its own place in a Connect error.</summary>
    public static IEnumerable<Metadata.Entry> WithoutDetails(Metadata? trailers) =>
        trailers?.Where(entry => !string.Equals(entry.Key, RichStatus.TrailerName, StringComparison.Ordinal)) ?? [];

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            content(json);
        }

        return bytes.ToArray();
    }

    private static void WriteError(Utf8JsonWriter json, Status status, Metadata? trailers)
    {
        json.WriteStartObject();
        json.WriteString("code", ConnectCodes.Of(status.StatusCode).Name);
        if (!string.IsNullOrEmpty(status.Detail))
        {
            json.WriteString("message", status.Detail);
        }

        if (trailers is not null && RichStatus.FromTrailers(trailers) is { Details.Count: > 0 } rich)
        {
            json.WriteStartArray("details");
            foreach (var detail in rich.Details)
            {
                json.WriteStartObject();
                json.WriteString("type", Any.GetTypeName(detail.TypeUrl));
                json.WriteString("value", detail.Value.ToBase64().TrimEnd('='));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
