using System.Text.Json;

namespace Bolyst.Cli.Demo.Files;

/// <summary>A dimension: its id, its label, and the code and label of each category.</summary>
internal sealed record Dimension(string Id, string Label, IReadOnlyList<(string Code, string Label)> Categories);

/// <summary>JSON-stat 2.0 as PxWebApi answers: region, contents, time; the last runs fastest.</summary>
internal static class JsonStatFile
{
    /// <param name="path">The file.</param>
    /// <param name="label">The table's title.</param>
    /// <param name="dimensions">Region, contents and time, in that order.</param>
    /// <param name="cells">Row by row; a cell without a number carries its sign as status.</param>
    /// <param name="ct">Cancels the writing.</param>
    public static async Task WriteAsync(string path, string label, IReadOnlyList<Dimension> dimensions, IReadOnlyList<(int? Number, string? Status)> cells, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await using var json = new Utf8JsonWriter(file, JsonText.Options);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", label);
        JsonText.WriteStrings(json, "id", dimensions.Select(dimension => dimension.Id));
        json.WriteStartArray("size");
        foreach (var dimension in dimensions)
        {
            json.WriteNumberValue(dimension.Categories.Count);
        }

        json.WriteEndArray();
        json.WriteStartObject("role");
        JsonText.WriteStrings(json, "geo", [dimensions[0].Id]);
        JsonText.WriteStrings(json, "metric", [dimensions[1].Id]);
        JsonText.WriteStrings(json, "time", [dimensions[2].Id]);
        json.WriteEndObject();
        json.WriteStartObject("dimension");
        foreach (var dimension in dimensions)
        {
            Write(json, dimension);
        }

        json.WriteEndObject();
        WriteCells(json, cells);
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static void Write(Utf8JsonWriter json, Dimension dimension)
    {
        json.WriteStartObject(dimension.Id);
        json.WriteString("label", dimension.Label);
        json.WriteStartObject("category");
        JsonText.WriteStrings(json, "index", dimension.Categories.Select(category => category.Code));
        json.WriteStartObject("label");
        foreach (var (code, label) in dimension.Categories)
        {
            json.WriteString(code, label);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, IReadOnlyList<(int? Number, string? Status)> cells)
    {
        json.WriteStartArray("value");
        foreach (var (number, _) in cells)
        {
            if (number is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("status");
        for (var position = 0; position < cells.Count; position++)
        {
            if (cells[position].Status is { } status)
            {
                json.WriteString(CellText.Whole(position), status);
            }
        }

        json.WriteEndObject();
    }
}
