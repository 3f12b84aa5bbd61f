using System.Text.Encodings.Web;
using System.Text.Json;
using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Files;

/// <summary>How the demo writes JSON: Norwegian letters as they are, the same line ends on every machine.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void WritePoint(Utf8JsonWriter json, MapPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(point.East);
        json.WriteNumberValue(point.North);
        json.WriteEndArray();
    }

    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
