using System.Text.Json;

namespace Bolyst.Intake.Tables.Json;

/// <summary>A dimension of a JSON-stat data set: its categories in their order.</summary>
/// <param name="Id">The dimension's id, which is the field's name.</param>
/// <param name="Codes">The categories' codes.</param>
/// <param name="Labels">The categories' labels; the code where there is none.</param>
internal sealed record JsonStatDimension(string Id, string[] Codes, string[] Labels)
{
    /// <summary>Reads a dimension. Its index is an array of codes, or an object from code to place, or absent where there is one category.</summary>
    /// <exception cref="FormatException">The categories do not fit the size.</exception>
    public static JsonStatDimension Read(string id, JsonElement dimension, int size)
    {
        if (!dimension.TryGetProperty("category", out var category))
        {
            throw new FormatException($"dimension '{id}' has no category");
        }

        var codes = new string[size];
        var found = 0;
        foreach (var (code, place) in Places(category))
        {
            if (place < 0 || place >= size || codes[place] is not null)
            {
                throw new FormatException($"category '{code}' of dimension '{id}' has the place {place}, of {size} places");
            }

            codes[place] = code;
            found++;
        }

        if (found != size)
        {
            throw new FormatException($"dimension '{id}' has {found} categories and the size {size}");
        }

        return new JsonStatDimension(id, codes, Array.ConvertAll(codes, code => Label(category, code)));
    }

    private static IEnumerable<(string Code, int Place)> Places(JsonElement category)
    {
        if (category.TryGetProperty("index", out var index))
        {
            return index.ValueKind == JsonValueKind.Array
                ? index.EnumerateArray().Select((code, place) => (code.ToString(), place))
                : index.EnumerateObject().Select(p => (p.Name, p.Value.GetInt32()));
        }

        return category.TryGetProperty("label", out var label) ? label.EnumerateObject().Select((p, place) => (p.Name, place)) : [];
    }

    private static string Label(JsonElement category, string code) =>
        category.TryGetProperty("label", out var labels) && labels.TryGetProperty(code, out var label) ? label.ToString() : code;
}
