using System.IO.Compression;
using Bolyst.Intake.Description;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Tables;

public sealed class WorkbookReaderTests
{
    // The smallest workbook: a sheet whose first column is a number shown with the format 0000.
    private static byte[] Workbook(string rows, string format = "0000")
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Add("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tal" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="200" formatCode="{format}"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="200" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Add("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");

            void Add(string name, string text)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    private const string Rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>kode</t></is></c><c r="B1" t="inlineStr"><is><t>tal </t></is></c></row>
        <row r="2"><c r="A2" s="1"><v>301</v></c><c r="B2"><v>12.5</v></c></row>
        <row r="3"/>
        <row r="4"><c r="A4" s="1"><v>1103</v></c><c r="B4" t="inlineStr"><is><t>:</t></is></c></row>
        """;

    [Fact]
    public void Cells_are_text_and_code_formats_keep_their_zeros()
    {
        using var file = new TableFile(Workbook(Rows), ".xlsx");

        Assert.Equal([["kode", "tal"], ["0301", "12.5"], ["1103", ":"]], file.Rows());
        Assert.Equal("0301", file.Rows(d => d with { Sheet = "Tal" })[1][0]);
    }

    [Fact]
    public void A_sheet_that_is_not_there_says_which_are()
    {
        using var file = new TableFile(Workbook(Rows), ".xlsx");

        Assert.Contains("has no sheet 'Ark'. There is: Tal.", Assert.Throws<DescriptionException>(() => file.Rows(d => d with { Sheet = "Ark" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused()
    {
        using var file = new TableFile(Workbook(Rows), ".xlsx");

        Assert.Contains("The workbook unpacks to", file.Fault(limits: new IntakeLimits { MaxWorkbookBytes = 1000 }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_is_cut_off_is_told()
    {
        using var file = new TableFile(Workbook(Rows)[..400], ".xlsx");

        Assert.Contains("not a whole Excel workbook", file.Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ssbs_workbook_says_the_same_as_the_csv_made_of_it()
    {
        var xlsx = TableFile.Read(TableFile.At(SharedData.Require("data/klass-kode-endringer/khfunctions/kommune_change_ssb_jan2018.xlsx")));
        var csv = TableFile.Read(TableFile.At(SharedData.Require("data/klass-kode-endringer/khfunctions/kommune_change_ssb_jan2018.csv")));

        // The header is two dates, which the CSV has as day numbers; the rows are texts.
        Assert.Equal(csv.Skip(1), xlsx.Skip(1));
    }
}
