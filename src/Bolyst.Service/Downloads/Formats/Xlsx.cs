using System.Globalization;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Downloads.Readme;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>A workbook (ECMA-376) with sheets for the data, its columns and its sources. Codes stay text; no cell is ever a formula.</summary>
internal sealed record Xlsx() : DownloadFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel (XLSX)", "XLSX")
{
    /// <summary>Rows that a sheet can hold, the names of the columns among them (Excel's own limit).</summary>
    private const int MostRows = 1_048_576;

    private static readonly string[] Sheets = ["data", "columns", "sources", "readme"];

    // Compressed, and nobody knows how far before it is; not at all is the most.
    public override SizeBounds Bounds(LayerAmount amount) => new(
        Least: 0, (6 * amount.TextBytes) + (25 * amount.Numbers) + (amount.Features * ((80 * amount.Fields) + 250)) + SizeBounds.Documents);

    public override async Task WriteAsync(Download download, KeptFile file, CancellationToken cancellation)
    {
        if (download.Ordinals.Count >= MostRows)
        {
            throw Fault.InvalidArgument(
                V1.ErrorReason.FieldOutOfRange, "format", FormattableString.Invariant($"xlsx holds {MostRows - 1} rows, and the file would have {download.Ordinals.Count}. Ask for another format."));
        }

        await using var output = new KeptWriter(file);
        using (var workbook = new XlsxArchive(output, Sheets, download.At))
        {
            await output.FlushAsync(cancellation);
            await DataAsync(workbook, download, cancellation);
            Columns(workbook, download);
            Sources(workbook, download);
            using var readme = workbook.Sheet(3);
            foreach (var line in ReadmeText.Write(download).Split('\n'))
            {
                readme.Row();
                readme.Cell(line);
            }
        }

        await output.FlushAsync(cancellation);
    }

    private static async Task DataAsync(XlsxArchive workbook, Download download, CancellationToken cancellation)
    {
        using var sheet = workbook.Sheet(0);
        var fields = download.Layer.Fields;
        sheet.Heading([.. fields.Select(field => field.Name), Csv.PointNames.East, Csv.PointNames.North]);
        await foreach (var shape in download.ShapesAsync(withOutline: false, cancellation))
        {
            sheet.Row();
            foreach (var field in fields)
            {
                switch (field)
                {
                    case NumberField number:
                        sheet.Cell(number.At(shape.Ordinal));
                        break;
                    case DateField date:
                        sheet.Cell(date.At(shape.Ordinal));
                        break;
                    case TextField text:
                        sheet.Cell(text.At(shape.Ordinal));
                        break;
                }
            }

            var point = Csv.Point(shape.Point, download.Crs.Form.Decimals);
            sheet.Cell(point?.East);
            sheet.Cell(point?.North);
        }
    }

    private static void Columns(XlsxArchive workbook, Download download)
    {
        var texts = download.Texts;
        using var sheet = workbook.Sheet(1);
        sheet.Heading([texts.Column, texts.Title, texts.Unit, texts.Period, texts.Definition, texts.Source, texts.Licence]);
        foreach (var column in download.Columns)
        {
            sheet.Row();
            foreach (var text in (string[])[column.Name, column.Title, column.Unit, column.Period, column.Definition, column.Source, column.Licence])
            {
                sheet.Cell(text);
            }
        }
    }

    private static void Sources(XlsxArchive workbook, Download download)
    {
        var texts = download.Texts;
        using var sheet = workbook.Sheet(2);
        sheet.Heading([texts.Version, texts.Source, texts.Title, texts.Licence, texts.Fetched, texts.Contact, texts.Columns]);
        foreach (var source in download.Sources)
        {
            var delivery = source.Delivery.Summary;
            sheet.Row();
            foreach (var text in (string[])
            [
                delivery.Version.ToString(CultureInfo.InvariantCulture), delivery.Supplier, texts.Of(delivery.Title), delivery.Licence,
                source.Url?.ToString() ?? "", source.Delivery.Contact ?? "", string.Join(", ", (source.Outlines ? [texts.Outlines] : Array.Empty<string>()).Concat(source.Measures)),
            ])
            {
                sheet.Cell(text);
            }
        }
    }
}
