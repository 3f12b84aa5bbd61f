using System.IO.Compression;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// The parts of a workbook, written one after another. The library for it holds whole sheets in memory; these few parts are all that
/// a workbook needs.
/// </summary>
internal sealed class XlsxArchive : IDisposable
{
    /// <summary>How every part begins.</summary>
    public const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>Namespace of the elements of sheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive archive;
    private readonly DateTimeOffset at;

    /// <param name="output">Where to; written from beginning to end.</param>
    /// <param name="sheets">Names of the sheets.</param>
    /// <param name="at">The time that the parts carry.</param>
    public XlsxArchive(Stream output, IReadOnlyList<string> sheets, DateTimeOffset at)
    {
        this.at = at;
        archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
        var numbers = Enumerable.Range(1, sheets.Count);
        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
            + string.Concat(numbers.Select(n => FormattableString.Invariant($"<Override PartName=\"/{SheetPath(n)}\" ContentType=\"{Types}worksheet+xml\"/>"))) + "</Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
            + string.Concat(numbers.Select(n => FormattableString.Invariant($"<sheet name=\"{sheets[n - 1]}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))) + "</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId0\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
            + string.Concat(numbers.Select(n => FormattableString.Invariant($"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))) + "</Relationships>");
        // Cell formats: 0 plain, 1 a day (built-in number format 14), 2 bold.
        Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
            + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>");
    }

    /// <summary>Begins a sheet; the one before is ended.</summary>
    /// <param name="place">Its place among the sheets, from 0.</param>
    public XlsxSheet Sheet(int place) => new(Open(SheetPath(place + 1)));

    public void Dispose() => archive.Dispose();

    private static string SheetPath(int number) => FormattableString.Invariant($"xl/worksheets/sheet{number}.xml");

    private void Part(string path, string xml)
    {
        using var part = new StreamWriter(Open(path));
        part.Write(Head + xml);
    }

    private Stream Open(string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        return entry.Open();
    }
}
