using System.Globalization;
using System.Text.Json;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>One feature of a GeoJSON file or one object of a TopoJSON file.</summary>
/// <param name="Number">Its place in its layer, from 1.</param>
/// <param name="HasGeometry">False where the geometry is null or absent.</param>
/// <param name="Fields">Its properties that are no objects or arrays; null is null.</param>
internal sealed record JsonFeature(int Number, bool HasGeometry, IReadOnlyDictionary<string, string?> Fields);

/// <summary>
/// What a GeoJSON or TopoJSON file holds, found without GDAL: whether the file is whole, which of the two it is, and every feature without
/// geometry. GDAL's TopoJSON reader drops objects with null geometry without a word; a zone must not vanish so.
/// </summary>
/// <param name="Format">Which of the two it is.</param>
/// <param name="Layers">By layer: the number of features. A GeoJSON file has one layer, here called "".</param>
/// <param name="WithoutGeometry">By layer: the features whose geometry is null.</param>
internal sealed record JsonFeatures(
    BoundaryFormat Format, IReadOnlyDictionary<string, int> Layers, IReadOnlyDictionary<string, IReadOnlyList<JsonFeature>> WithoutGeometry)
{
    /// <summary>Scans a file once, in blocks.</summary>
    /// <exception cref="GdalException">The file is no whole JSON, or neither GeoJSON nor TopoJSON.</exception>
    public static JsonFeatures Scan(string path, CancellationToken ct)
    {
        using var stream = File.OpenRead(path);
        var scan = new Scanner(new JsonTokens(stream), ct);
        try
        {
            return scan.Run();
        }
        catch (JsonException exception)
        {
            throw new GdalException(string.Create(
                CultureInfo.InvariantCulture,
                $"It is not whole JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}, in feature {scan.Feature}: {FirstSentence(exception.Message)} Fetch the file again."), exception);
        }
        catch (InvalidOperationException exception)
        {
            // Utf8JsonReader says so when a text's bytes are no UTF-8.
            throw new GdalException(string.Create(CultureInfo.InvariantCulture, $"A text in feature {scan.Feature} is not UTF-8, as JSON has to be. Save the file as UTF-8."), exception);
        }
    }

    private static string FirstSentence(string message) => message[..(message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and >= 0 ? end : message.Length)];

    private sealed class Scanner(JsonTokens tokens, CancellationToken ct)
    {
        private readonly Dictionary<string, int> layers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<JsonFeature>> without = new(StringComparer.Ordinal);

        public int Feature { get; private set; }

        public JsonFeatures Run()
        {
            tokens.Next();
            string? type = null;
            EachProperty(name =>
            {
                switch (name)
                {
                    case "type":
                        tokens.Next(keepText: true);
                        type = tokens.Text;
                        break;
                    case "features":
                        Layer("", "geometry");
                        break;
                    case "objects":
                        Objects();
                        break;
                    default:
                        tokens.Skip();
                        break;
                }
            });
            while (tokens.Next())
            {
                // The reader itself refuses anything after the end.
            }

            return type switch
            {
                "FeatureCollection" => new JsonFeatures(BoundaryFormat.GeoJson, layers, without),
                "Topology" => new JsonFeatures(BoundaryFormat.TopoJson, layers, without),
                null => throw new GdalException("It is JSON without a 'type': neither GeoJSON nor TopoJSON."),
                _ => throw new GdalException($"It is JSON of the type '{type}'; outlines are read from a FeatureCollection (GeoJSON) or a Topology (TopoJSON)."),
            };
        }

        private void Objects()
        {
            tokens.Next();
            EachProperty(layer =>
            {
                tokens.Next();
                EachProperty(name =>
                {
                    if (name == "geometries")
                    {
                        Layer(layer, "type");
                    }
                    else
                    {
                        tokens.Skip();
                    }
                });
            });
        }

        /// <param name="layer">The layer's name.</param>
        /// <param name="geometryKey">The property that is null or absent in a feature without geometry.</param>
        private void Layer(string layer, string geometryKey)
        {
            var missing = new List<JsonFeature>();
            Feature = 0;
            tokens.Next();
            if (tokens.Type != JsonTokenType.StartArray)
            {
                tokens.Skip();
                return;
            }

            while (tokens.Next() && tokens.Type != JsonTokenType.EndArray)
            {
                ct.ThrowIfCancellationRequested();
                Feature++;
                if (ReadFeature(geometryKey) is { HasGeometry: false } feature)
                {
                    missing.Add(feature);
                }
            }

            layers[layer] = Feature;
            without[layer] = missing;
        }

        private JsonFeature ReadFeature(string geometryKey)
        {
            var hasGeometry = false;
            var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
            EachProperty(name =>
            {
                if (name == geometryKey)
                {
                    hasGeometry = tokens.Skip();
                }
                else if (name == "properties")
                {
                    tokens.Next();
                    EachProperty(field => Field(fields, field));
                }
                else if (name == "id")
                {
                    Field(fields, name);
                }
                else
                {
                    tokens.Skip();
                }
            });
            return new JsonFeature(Feature, hasGeometry, fields);
        }

        private void Field(Dictionary<string, string?> fields, string name)
        {
            tokens.Next(keepText: true);
            fields[name] = tokens.Text;
            if (tokens.Type is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                tokens.Skip();
            }
        }

        /// <summary>Goes through an object whose start was read last; <paramref name="onValue"/> reads or skips each value.</summary>
        private void EachProperty(Action<string> onValue)
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                tokens.Skip();
                return;
            }

            while (tokens.Next(keepText: true) && tokens.Type == JsonTokenType.PropertyName)
            {
                onValue(tokens.Text!);
            }
        }
    }
}
