using System.Text.Json;
using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Files;

/// <summary>A feature: what it is called, and the rings of its polygons (no holes: a lake is what no grunnkrets covers); without any it has no outline.</summary>
internal sealed record Feature(IReadOnlyList<(string Name, string Value)> Properties, IReadOnlyList<IReadOnlyList<MapPoint>> Rings);

/// <summary>GeoJSON with the crs member of 2008, which RFC 7946 dropped and Norwegian suppliers still write.</summary>
internal static class GeoJsonFile
{
    public static async Task WriteAsync(string path, IEnumerable<Feature> features, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await using var json = new Utf8JsonWriter(file, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartObject("crs");
        json.WriteString("type", "name");
        json.WriteStartObject("properties");
        json.WriteString("name", "urn:ogc:def:crs:EPSG::25833");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("features");
        foreach (var feature in features)
        {
            Write(json, feature);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void Write(Utf8JsonWriter json, Feature feature)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Properties)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        if (feature.Rings.Count == 0)
        {
            json.WriteNull("geometry");
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var ring in feature.Rings)
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var point in ring)
            {
                JsonText.WritePoint(json, point);
            }

            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
