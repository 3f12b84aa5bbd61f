using System.Globalization;
using System.Text.Json;

namespace Bolyst.Intake.Tables.Json;

/// <summary>The marks beside the values of a JSON-stat data set: one for each cell, for some of them, or one for all.</summary>
internal sealed class JsonStatStatus
{
    private readonly string? all;
    private readonly Dictionary<int, string> byCell = [];

    private JsonStatStatus(string? all) => this.all = all;

    public string? this[int cell] => byCell.GetValueOrDefault(cell) ?? all;

    /// <exception cref="FormatException">The marks do not fit the cells.</exception>
    public static JsonStatStatus Read(JsonElement dataset, int cells)
    {
        if (!dataset.TryGetProperty("status", out var status))
        {
            return new JsonStatStatus(null);
        }

        var read = new JsonStatStatus(status.ValueKind == JsonValueKind.String ? status.GetString() : null);
        switch (status.ValueKind)
        {
            case JsonValueKind.Array:
                // An array of one is the mark of all.
                if (status.GetArrayLength() is var count && count != cells && count != 1)
                {
                    throw new FormatException($"it has {count} marks for {cells} cells");
                }

                for (var i = 0; i < cells; i++)
                {
                    read.Add(i, status[count == 1 ? 0 : i]);
                }

                break;
            case JsonValueKind.Object:
                foreach (var mark in status.EnumerateObject())
                {
                    read.Add(int.Parse(mark.Name, NumberStyles.None, CultureInfo.InvariantCulture), mark.Value);
                }

                break;
        }

        return read;
    }

    private void Add(int cell, JsonElement mark)
    {
        if (mark.ValueKind == JsonValueKind.String && mark.GetString() is { Length: > 0 } text)
        {
            byCell[cell] = text;
        }
    }
}
