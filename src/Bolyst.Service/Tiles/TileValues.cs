using Bolyst.Service.Layers;
using Bolyst.Service.Tiles.Mvt;
using Google.Protobuf;

namespace Bolyst.Service.Tiles;

/// <summary>
/// Adds a layer's fields to the features of a tile. Outlines come from the database once and stay; values come from memory, so asking
/// for another year reads nothing.
/// </summary>
internal static class TileValues
{
    /// <summary>The tile with the fields of its one layer.</summary>
    /// <param name="tile">A tile whose features have the zone's place, from 1, as id.</param>
    /// <param name="fields">What to add.</param>
    public static byte[] Add(byte[] tile, IReadOnlyList<LayerField> fields)
    {
        if (tile.Length == 0 || fields.Count == 0)
            return tile;
        var message = Tile.Parser.ParseFrom(tile);
        foreach (var layer in message.Layers)
        {
            Add(layer, fields);
        }

        return message.ToByteArray();
    }

    private static void Add(Tile.Types.Layer layer, IReadOnlyList<LayerField> fields)
    {
        var values = new Dictionary<object, uint>();
        foreach (var field in fields)
        {
            var key = (uint)layer.Keys.Count;
            layer.Keys.Add(field.Name);
            foreach (var feature in layer.Features)
            {
                // A number that is missing is left out, as the format has no null; its status is always there.
                if (ValueOf(field, (int)feature.Id - 1) is { } value)
                    feature.Tags.AddRange([key, PlaceOf(value, layer, values)]);
            }
        }
    }

    private static object? ValueOf(LayerField field, int zone) => field switch
    {
        NumberField number => number.At(zone),
        TextField text => text.At(zone),
        _ => throw new ArgumentException($"A tile holds numbers and text, not {field.GetType().Name}.", nameof(field)),
    };

    private static uint PlaceOf(object value, Tile.Types.Layer layer, Dictionary<object, uint> values)
    {
        if (values.TryGetValue(value, out var place))
            return place;
        values[value] = place = (uint)layer.Values.Count;
        layer.Values.Add(value is double number ? new Tile.Types.Value { DoubleValue = number } : new Tile.Types.Value { StringValue = (string)value });
        return place;
    }
}
