using System.Globalization;
using System.Text;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// Comma-separated values (RFC 4180): UTF-8 with a byte order mark, which Excel needs to read æ, ø and å; decimal points; a point inside
/// instead of the outline.
/// </summary>
internal sealed record Csv() : DownloadFormat("csv", "text/csv", "CSV", "CSV")
{
    /// <summary>Names of the columns that hold the point inside.</summary>
    public static readonly (string East, string North) PointNames = ("point_east", "point_north");

    // A text may be quoted, every letter of it; a point inside takes up to 50 bytes.
    public override SizeBounds Bounds(LayerAmount amount) => new(
        amount.TextBytes + amount.Numbers + (amount.Features * amount.Fields),
        (2 * amount.TextBytes) + (25 * amount.Numbers) + (amount.Features * ((4 * amount.Fields) + 60)) + SizeBounds.Documents);

    public override async Task WriteAsync(Download download, KeptFile file, CancellationToken cancellation)
    {
        await using var output = new KeptWriter(file);
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        var fields = download.Layer.Fields;
        await text.WriteLineAsync(string.Join(',', fields.Select(field => Quoted(field.Name)).Append(PointNames.East).Append(PointNames.North)));
        await text.FlushAsync(cancellation);
        var line = new StringBuilder();
        await foreach (var shape in download.ShapesAsync(withOutline: false, cancellation))
        {
            line.Clear();
            foreach (var field in fields)
            {
                line.Append(Cell(field, shape.Ordinal)).Append(',');
            }

            var point = Point(shape.Point, download.Crs.Form.Decimals);
            await text.WriteLineAsync(line.Append(Text(point?.East)).Append(',').Append(Text(point?.North)), cancellation);
        }

        await text.FlushAsync(cancellation);
    }

    /// <summary>A point as it is written: to the millimetre.</summary>
    public static (double East, double North)? Point((double East, double North)? point, int decimals) =>
        point is var (east, north) ? (Math.Round(east, decimals), Math.Round(north, decimals)) : null;

    private static string Cell(LayerField field, int ordinal) => field switch
    {
        NumberField number => Text(number.At(ordinal)),
        DateField date => date.At(ordinal)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        TextField text => Quoted(Harmless(text.At(ordinal))),
        _ => throw new ArgumentException($"A cell holds a number, a day or text, not {field.GetType().Name}.", nameof(field)),
    };

    /// <summary>The shortest text that reads back as the same number.</summary>
    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Text that no spreadsheet takes for a formula (OWASP, CSV injection).</summary>
    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
