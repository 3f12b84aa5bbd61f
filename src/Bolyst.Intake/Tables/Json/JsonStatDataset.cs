using System.Text.Json;

namespace Bolyst.Intake.Tables.Json;

/// <summary>Finds the data set in a JSON-stat document and tells the versions apart.</summary>
/// <param name="Root">The object with value, and in 2.0 with id and size.</param>
/// <param name="Shape">The object with id, size and role: the data set itself in 2.0, its dimension in 1.x.</param>
/// <param name="Version">2.0 or 1.x.</param>
internal readonly record struct JsonStatDataset(JsonElement Root, JsonElement Shape, string Version)
{
    /// <exception cref="FormatException">It is not JSON-stat with one data set, or with the one asked for.</exception>
    public static JsonStatDataset Find(JsonElement document, string? wanted)
    {
        if (document.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("JSON-stat is an object");
        }

        if (document.TryGetProperty("class", out var kind) && kind.GetString() != "dataset")
        {
            throw new FormatException($"this is a JSON-stat {kind.GetString()}, not a dataset: fetch the dataset itself");
        }

        if (document.TryGetProperty("dimension", out var dimension))
        {
            return document.TryGetProperty("id", out _) ? new(document, document, "2.0") : new(document, dimension, "1.x");
        }

        var sets = document.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("dimension", out _)).ToList();
        var names = string.Join(", ", sets.Select(p => $"'{p.Name}'"));
        var chosen = wanted is null ? sets : [.. sets.Where(p => p.Name == wanted)];
        return chosen.Count switch
        {
            1 => new(chosen[0].Value, chosen[0].Value.GetProperty("dimension"), "1.x"),
            0 when wanted is not null => throw new FormatException($"there is no data set '{wanted}'; there is {names}"),
            0 => throw new FormatException("there is no data set with dimensions"),
            _ => throw new FormatException($"the file holds {names}: say which with dataset:"),
        };
    }
}
