using System.IO.Compression;
using System.Security;
using System.Text;

namespace Bolyst.Cli.Demo.Files;

/// <summary>
/// The least workbook that Excel opens: one sheet, numbers as numbers, text inline.
/// Stored without compression and dated 1980, so that its bytes depend on the cells alone.
/// </summary>
internal static class SpreadsheetFile
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string DocumentRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="path">The file.</param>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="rows">Cells: an <see cref="int"/> becomes a number, anything else text.</param>
    public static async Task WriteAsync(string path, string sheet, IEnumerable<IReadOnlyList<object>> rows)
    {
        await using var file = File.Create(path);
        await using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        await AddAsync(archive, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """);
        await AddAsync(archive, "_rels/.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{DocumentRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        await AddAsync(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{DocumentRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
            """);
        await AddAsync(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{DocumentRelations}"><sheets><sheet name="{SecurityElement.Escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        await AddAsync(archive, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{SheetRows(rows)}</sheetData></worksheet>""");
    }

    private static StringBuilder SheetRows(IEnumerable<IReadOnlyList<object>> rows)
    {
        var xml = new StringBuilder();
        foreach (var (index, cells) in rows.Index())
        {
            xml.Append("<row r=\"").Append(CellText.Whole(index + 1)).Append("\">");
            for (var column = 0; column < cells.Count; column++)
            {
                var place = $"{(char)('A' + column)}{CellText.Whole(index + 1)}";
                xml.Append(cells[column] is int number
                    ? $"<c r=\"{place}\"><v>{CellText.Whole(number)}</v></c>"
                    : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cells[column].ToString())}</t></is></c>");
            }

            xml.Append("</row>");
        }

        return xml;
    }

    private static async Task AddAsync(ZipArchive archive, string name, string xml)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Epoch;
        await using var content = await entry.OpenAsync();
        await content.WriteAsync(Encoding.UTF8.GetBytes(Declaration + xml));
    }
}
