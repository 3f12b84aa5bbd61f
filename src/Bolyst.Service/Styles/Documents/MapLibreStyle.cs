using System.Text.Json.Nodes;
using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Styles.Documents;

/// <summary>
/// A style for MapLibre (https://maplibre.org/maplibre-style-spec, version 8) over the tiles of the service: colours, patterns, outlines,
/// names. Nothing of it comes from elsewhere; names are written in the reader's own font, which needs MapLibre GL JS 5.11 or newer.
/// </summary>
internal static class MapLibreStyle
{
    private const string Source = "zones";

    /// <summary>Closer than this a zone is large enough for its name.</summary>
    private const int NamesFromZoom = 12;

    public static JsonObject Write(ClassedField field, ClassTexts texts, StyleAddress address)
    {
        var (has, hasNot) = (Has(field), new JsonArray("!", Has(field)));
        return new()
        {
            ["version"] = 8,
            ["name"] = texts.Heading,
            ["metadata"] = new JsonObject { ["bolyst:legend"] = address.Legend, ["bolyst:classes"] = address.Classes, ["bolyst:dataset_version"] = field.Layer.Version },
            ["sprite"] = address.Sprite,
            ["sources"] = new JsonObject { [Source] = new JsonObject { ["type"] = "vector", ["url"] = address.TileJson } },
            ["layers"] = new JsonArray(
                Layer(field, "with-number", "fill", has, new() { ["fill-color"] = Colour(field), ["fill-antialias"] = true }),
                Layer(field, "without-number", "fill", hasNot, new() { ["fill-pattern"] = Pattern(field) }),
                Layer(field, "outlines", "line", filter: null, new() { ["line-color"] = PatternLook.Outline, ["line-width"] = new JsonArray("interpolate", new JsonArray("linear"), new JsonArray("zoom"), 6, 0.2, 14, 1.2) }),
                Layer(field, "small-zones", "circle", IsPoint(), new()
                {
                    ["circle-color"] = new JsonArray("case", Has(field), Colour(field), PatternLook.Ground),
                    ["circle-radius"] = 3,
                    ["circle-stroke-color"] = PatternLook.Outline,
                    ["circle-stroke-width"] = 0.5,
                }),
                Names(field)),
        };
    }

    private static JsonObject Layer(ClassedField field, string id, string type, JsonArray? filter, JsonObject paint)
    {
        var layer = new JsonObject { ["id"] = id, ["type"] = type, ["source"] = Source, ["source-layer"] = field.Layer.Head.Id, ["paint"] = paint };
        if (filter is not null)
            layer["filter"] = filter;
        return layer;
    }

    private static JsonObject Names(ClassedField field)
    {
        var names = Layer(field, "names", "symbol", filter: null, new() { ["text-color"] = "#1a1a1a", ["text-halo-color"] = "#ffffff", ["text-halo-width"] = 1.5 });
        names["minzoom"] = NamesFromZoom;
        // A zone that tiles cut is named in each; within the padding only one name stays.
        names["layout"] = new JsonObject { ["text-padding"] = 20, ["text-field"] = new JsonArray("get", "name"), ["text-font"] = new JsonArray("sans-serif"), ["text-size"] = 12, ["text-max-width"] = 8 };
        return names;
    }

    /// <summary>A number that is missing is left out of the tile.</summary>
    private static JsonArray Has(ClassedField field) => new("has", field.Field.Name);

    private static JsonArray IsPoint() => new("==", new JsonArray("geometry-type"), "Point");

    /// <summary>A step takes the break into the class above it, as the classes do.</summary>
    private static JsonNode Colour(ClassedField field)
    {
        if (field.Classes.Breaks.Count == 0)
            return field.Colours.Count == 0 ? PatternLook.Ground : field.Colours[0];
        var step = new JsonArray("step", new JsonArray("get", field.Field.Name), field.Colours[0]);
        foreach (var (i, limit) in field.Classes.Breaks.Index())
        {
            step.Add(limit);
            step.Add(field.Colours[i + 1]);
        }

        return step;
    }

    private static JsonArray Pattern(ClassedField field)
    {
        var match = new JsonArray("match", new JsonArray("get", field.Status.Name));
        foreach (var group in field.WithoutNumber)
        {
            match.Add(new JsonArray([.. group.Statuses.Select(status => JsonValue.Create(status.Status))]));
            match.Add(PatternLook.NameOf(group.Pattern));
        }

        match.Add(PatternLook.NameOf(Colours.Pattern.Dots));
        return match;
    }
}
