using System.Globalization;
using System.Text.Json;
using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Tables.Json;

/// <summary>
/// Reads JSON-stat 2.0 and 1.x as a table with a row for each cell: each dimension is a field with the category's code,
/// <c>NAME.label</c> its label, <c>value</c> and <c>status</c>. The file is read whole, so its size is limited.
/// </summary>
internal sealed class JsonStatReader : TableReader
{
    private readonly JsonDocument document;
    private readonly JsonStatDimension[] dimensions;
    private readonly int[] strides;
    private readonly JsonElement[]? values;
    private readonly Dictionary<int, JsonElement>? sparseValues;
    private readonly JsonStatStatus status;
    private readonly long length;
    private readonly int cells;
    private int cell = -1;
    private string? value;

    public JsonStatReader(TabularFileDescription description, IntakeLimits limits)
    {
        var file = description.File;
        length = new FileInfo(file.FullPath).Length;
        if (length > limits.MaxJsonStatBytes)
        {
            throw new DeliveryFileException(file.Name, 0, null, $"JSON-stat is read whole, up to {limits.MaxJsonStatBytes} bytes; this file has {length}. Fetch it in parts, or as CSV.");
        }

        try
        {
            using (var stream = File.OpenRead(file.FullPath))
            {
                document = JsonDocument.Parse(stream);
            }

            var dataset = JsonStatDataset.Find(document.RootElement, description.Dataset);
            Version = dataset.Version;
            (dimensions, strides, cells) = Shape(dataset, limits);
            (values, sparseValues) = Values(dataset.Root);
            status = JsonStatStatus.Read(dataset.Root, cells);
            ZoneField = Role(dataset, "geo");
            PeriodField = Role(dataset, "time");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            document?.Dispose();
            throw new DeliveryFileException(file.Name, (e as JsonException)?.LineNumber + 1 ?? 0, null, $"This is not whole JSON-stat: {e.Message}");
        }

        Layout = new FieldLayout(file.Name, [.. dimensions.Select(d => d.Id), .. dimensions.Select(d => d.Id + ".label"), "value", "status"]);
    }

    /// <summary>2.0 or 1.x.</summary>
    public string Version { get; }

    public override FieldLayout Layout { get; }

    public override long Line => cell + 1;

    public override long BytesRead => cells == 0 ? length : length * (cell + 1L) / cells;

    public override string? ZoneField { get; }

    public override string? PeriodField { get; }

    public override string? StatusField => "status";

    public override string Detected => $"JSON-stat {Version}";

    public override ReadOnlySpan<char> this[int ordinal]
    {
        get
        {
            var dimension = ordinal % dimensions.Length;
            return (ordinal / dimensions.Length) switch
            {
                0 => dimensions[dimension].Codes[Category(dimension)],
                1 => dimensions[dimension].Labels[Category(dimension)],
                _ => ordinal == dimensions.Length * 2 ? value : status[cell],
            };
        }
    }

    public override bool Read()
    {
        if (++cell >= cells)
        {
            return false;
        }

        var found = values is not null ? values[cell] : sparseValues!.GetValueOrDefault(cell);
        value = found.ValueKind switch
        {
            JsonValueKind.Number => found.GetRawText(),
            JsonValueKind.String => found.GetString(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => throw new DeliveryFileException(Layout.Source, Line, "value", $"The value is {found.GetRawText()}: a number, a text or null can stand here."),
        };
        return true;
    }

    protected override void Dispose(bool disposing) => document.Dispose();

    // Row-major: the last dimension's category changes fastest.
    private int Category(int dimension) => cell / strides[dimension] % dimensions[dimension].Codes.Length;

    private static (JsonStatDimension[] Dimensions, int[] Strides, int Cells) Shape(JsonStatDataset dataset, IntakeLimits limits)
    {
        var ids = dataset.Shape.GetProperty("id").EnumerateArray().Select(e => e.GetString()!).ToArray();
        var sizes = dataset.Shape.GetProperty("size").EnumerateArray().Select(e => e.GetInt32()).ToArray();
        if (ids.Length != sizes.Length || ids.Length == 0)
        {
            throw new FormatException($"there are {ids.Length} dimensions and {sizes.Length} sizes");
        }

        var cells = sizes.Aggregate(1L, (product, size) => Math.Min(product * Math.Max(size, 0), long.MaxValue / int.MaxValue));
        if (cells > limits.MaxJsonStatCells)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it has more than {limits.MaxJsonStatCells:N0} cells; fetch it in parts, or as CSV"));
        }

        var byId = dataset.Root.GetProperty("dimension");
        var dimensions = ids.Select((id, i) => JsonStatDimension.Read(id, byId.GetProperty(id), sizes[i])).ToArray();
        var strides = new int[ids.Length];
        for (int i = ids.Length - 1, stride = 1; i >= 0; stride *= sizes[i--])
        {
            strides[i] = stride;
        }

        return (dimensions, strides, (int)cells);
    }

    private (JsonElement[]? Values, Dictionary<int, JsonElement>? Sparse) Values(JsonElement dataset)
    {
        var found = dataset.GetProperty("value");
        if (found.ValueKind == JsonValueKind.Object)
        {
            var sparse = found.EnumerateObject().ToDictionary(p => int.Parse(p.Name, NumberStyles.None, CultureInfo.InvariantCulture), p => p.Value);
            return sparse.Keys.Any(k => k >= cells) ? throw new FormatException($"a value has a place past the {cells} cells") : (null, sparse);
        }

        JsonElement[] values = [.. found.EnumerateArray()];
        return values.Length == cells ? (values, null)
            : values.Length == 0 ? throw new FormatException("it has no values: this is a table's metadata; fetch its data")
            : throw new FormatException($"it has {values.Length} values for {cells} cells");
    }

    private static string? Role(JsonStatDataset dataset, string role) =>
        dataset.Shape.TryGetProperty("role", out var roles) && roles.TryGetProperty(role, out var ids) && ids.GetArrayLength() == 1 ? ids[0].GetString() : null;
}
