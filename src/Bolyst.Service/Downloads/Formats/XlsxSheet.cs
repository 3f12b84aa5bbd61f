using System.Globalization;
using System.Security;
using System.Text;
using Bolyst.Service.Messages;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>Writes the rows of a sheet, each cell with its place, which some readers want.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private const int Letters = 26;

    // Days are counted from this one, since Excel takes 1900 for a leap year.
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    private readonly StreamWriter xml;
    private int row;
    private int column;

    public XlsxSheet(Stream part)
    {
        xml = new(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15);
        xml.Write($"{XlsxArchive.Head}<worksheet xmlns=\"{XlsxArchive.Main}\"><sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
    }

    /// <summary>Begins a row.</summary>
    public void Row()
    {
        EndRow();
        (row, column) = (row + 1, 0);
        xml.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\">"));
    }

    /// <summary>A row of names.</summary>
    public void Heading(IEnumerable<string> names)
    {
        Row();
        foreach (var name in names)
        {
            Text(name, " s=\"2\"");
        }
    }

    public void Cell(string text) => Text(text, "");

    public void Cell(double? number)
    {
        column++;
        if (number is { } value)
            xml.Write($"<c r=\"{Place}\"><v>{value.ToString("R", CultureInfo.InvariantCulture)}</v></c>");
    }

    public void Cell(DateOnly? day)
    {
        column++;
        if (day is { } value)
            xml.Write(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{Place}\" s=\"1\"><v>{value.DayNumber - DayZero.DayNumber}</v></c>"));
    }

    public void Dispose()
    {
        EndRow();
        xml.Write("</sheetData></worksheet>");
        xml.Dispose();
    }

    private string Place => string.Create(CultureInfo.InvariantCulture, $"{NameOf(column)}{row}");

    private static string NameOf(int column) => column <= Letters ? ((char)('A' + column - 1)).ToString() : NameOf((column - 1) / Letters) + NameOf(((column - 1) % Letters) + 1);

    private void EndRow()
    {
        if (row > 0)
            xml.Write("</row>");
    }

    private void Text(string text, string style)
    {
        column++;
        xml.Write($"<c r=\"{Place}\" t=\"inlineStr\"{style}><is><t xml:space=\"preserve\">{SecurityElement.Escape(XmlText.Legal(text))}</t></is></c>");
    }
}
