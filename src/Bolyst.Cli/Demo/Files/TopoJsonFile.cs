using System.Text.Json;
using Bolyst.Cli.Demo.Kommune;
using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Files;

/// <summary>TopoJSON: each shared border once, as an arc that the areas on both sides use. No crs is written: the format has none.</summary>
internal static class TopoJsonFile
{
    public static async Task WriteAsync(string path, string layer, Ground ground, IEnumerable<(Grunnkrets Grunnkrets, IReadOnlyList<int> Cells)> features, CancellationToken ct)
    {
        var arcs = ground.Cells.SelectMany(cell => cell.Outline).Select(use => use.Border).Distinct().Order().ToList();
        var arcOf = arcs.Select((border, arc) => (border, arc)).ToDictionary(pair => pair.border, pair => pair.arc);
        await using var file = File.Create(path);
        await using var json = new Utf8JsonWriter(file, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("type", "Topology");
        json.WriteStartObject("objects");
        json.WriteStartObject(layer);
        json.WriteString("type", "GeometryCollection");
        json.WriteStartArray("geometries");
        foreach (var (grunnkrets, cells) in features)
        {
            json.WriteStartObject();
            json.WriteString("type", "MultiPolygon");
            json.WriteStartObject("properties");
            json.WriteString("grunnkretsnummer", grunnkrets.Code);
            json.WriteString("grunnkretsnavn", grunnkrets.Name);
            json.WriteEndObject();
            json.WriteStartArray("arcs");
            foreach (var cell in cells)
            {
                WritePolygon(json, ground.Cells[cell], arcOf);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("arcs");
        foreach (var border in arcs)
        {
            json.WriteStartArray();
            ground.Tessellation.Borders[border].ForEach(point => JsonText.WritePoint(json, point));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    /// <summary>A reversed arc is written as its ones' complement.</summary>
    private static void WritePolygon(Utf8JsonWriter json, Cell cell, Dictionary<int, int> arcOf)
    {
        json.WriteStartArray();
        json.WriteStartArray();
        foreach (var use in cell.Outline)
        {
            json.WriteNumberValue(use.Reversed ? ~arcOf[use.Border] : arcOf[use.Border]);
        }

        json.WriteEndArray();
        json.WriteEndArray();
    }
}
