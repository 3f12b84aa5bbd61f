using System.Globalization;
using System.Text.Json;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Ogc.Items;

/// <summary>Writes features as GeoJSON: every key always, and every number with a decimal part, for clients guess types from them.</summary>
internal sealed class FeatureWriter(Layer layer, Utf8JsonWriter json)
{
    /// <summary>Writes one feature, ready for members of its own after it.</summary>
    /// <param name="ordinal">Which.</param>
    /// <param name="outline">GeoJSON of its outline; null for none.</param>
    public void Begin(int ordinal, string? outline)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteNumber("id"u8, ordinal + 1);
        json.WritePropertyName("geometry"u8);
        json.WriteRawValue(outline ?? "null", skipInputValidation: true);
        json.WriteStartObject("properties"u8);
        foreach (var field in layer.Fields)
        {
            json.WritePropertyName(field.Name);
            Write(field, ordinal);
        }

        json.WriteEndObject();
    }

    /// <summary>Ends the feature.</summary>
    public void End() => json.WriteEndObject();

    /// <summary>A number as JSON that nobody takes for a whole number: <c>3.0</c>.</summary>
    public static string Text(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private void Write(LayerField field, int ordinal)
    {
        switch (field)
        {
            case NumberField number when number.At(ordinal) is { } value:
                json.WriteRawValue(Text(value), skipInputValidation: true);
                break;
            case TextField text:
                json.WriteStringValue(text.At(ordinal));
                break;
            case DateField date when date.At(ordinal) is { } day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
