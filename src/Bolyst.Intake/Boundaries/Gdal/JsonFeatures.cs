using System.Text.Json;
using Bolyst.Intake.Tables.Json;

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
    /// <summary>Scans a file once, token by token.</summary>
    /// <param name="path">Where the file lies.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="limits">The longest text it may hold.</param>
    /// <param name="ct">Stops between two features.</param>
    /// <exception cref="DeliveryFileException">The file is no whole JSON.</exception>
    /// <exception cref="GdalException">It is neither GeoJSON nor TopoJSON.</exception>
    public static JsonFeatures Scan(string path, string name, IntakeLimits limits, CancellationToken ct)
    {
        using var tokens = new JsonTokens(path, name, limits.MaxLineLength);
        return new Scanner(tokens, ct).Run();
    }

    private sealed class Scanner(JsonTokens tokens, CancellationToken ct)
    {
        private readonly Dictionary<string, int> layers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, IReadOnlyList<JsonFeature>> without = new(StringComparer.Ordinal);

        public JsonFeatures Run()
        {
            tokens.Next(wantsText: false);
            string? type = null;
            EachProperty(name =>
            {
                switch (name)
                {
                    case "type":
                        tokens.Next();
                        type = tokens.Text;
                        tokens.SkipValue();
                        break;
                    case "features":
                        Layer("", "geometry");
                        break;
                    case "objects":
                        Objects();
                        break;
                    default:
                        PassValue();
                        break;
                }
            });
            while (tokens.Next(wantsText: false))
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
            tokens.Next(wantsText: false);
            EachProperty(layer =>
            {
                tokens.Next(wantsText: false);
                EachProperty(name =>
                {
                    if (name == "geometries")
                    {
                        Layer(layer, "type");
                    }
                    else
                    {
                        PassValue();
                    }
                });
            });
        }

        /// <param name="layer">The layer's name.</param>
        /// <param name="geometryKey">The property that is null or absent in a feature without geometry.</param>
        private void Layer(string layer, string geometryKey)
        {
            tokens.Next(wantsText: false);
            if (tokens.Type != JsonTokenType.StartArray)
            {
                tokens.SkipValue();
                return;
            }

            var number = 0;
            var missing = new List<JsonFeature>();
            while (tokens.Next(wantsText: false) && tokens.Type != JsonTokenType.EndArray)
            {
                ct.ThrowIfCancellationRequested();
                number++;
                if (ReadFeature(number, geometryKey) is { HasGeometry: false } feature)
                {
                    missing.Add(feature);
                }
            }

            layers[layer] = number;
            without[layer] = missing;
        }

        private JsonFeature ReadFeature(int number, string geometryKey)
        {
            var hasGeometry = false;
            var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
            EachProperty(name =>
            {
                if (name == geometryKey)
                {
                    hasGeometry = PassValue();
                }
                else if (name == "properties")
                {
                    tokens.Next(wantsText: false);
                    EachProperty(field => Field(fields, field));
                }
                else if (name == "id")
                {
                    Field(fields, name);
                }
                else
                {
                    PassValue();
                }
            });
            return new JsonFeature(number, hasGeometry, fields);
        }

        private void Field(Dictionary<string, string?> fields, string name)
        {
            tokens.Next();
            fields[name] = tokens.Text;
            tokens.SkipValue();
        }

        /// <summary>Passes over the value of the property whose name was read last.</summary>
        /// <returns>False for null.</returns>
        private bool PassValue()
        {
            tokens.Next(wantsText: false);
            var isThere = tokens.Type != JsonTokenType.Null;
            tokens.SkipValue();
            return isThere;
        }

        /// <summary>Goes through an object whose start was read last; <paramref name="onValue"/> reads or passes over each value.</summary>
        private void EachProperty(Action<string> onValue)
        {
            if (tokens.Type != JsonTokenType.StartObject)
            {
                tokens.SkipValue();
                return;
            }

            while (tokens.Next() && tokens.Type == JsonTokenType.PropertyName)
            {
                onValue(tokens.Text!);
            }
        }
    }
}
