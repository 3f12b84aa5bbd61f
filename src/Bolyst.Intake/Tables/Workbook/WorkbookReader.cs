using System.Globalization;
using System.IO.Compression;
using System.Text;
using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Bolyst.Intake.Tables.Workbook;

/// <summary>Reads a sheet of an Excel workbook.</summary>
internal sealed class WorkbookReader : TableReader
{
    private readonly FileStream stream;
    private readonly IExcelDataReader reader;
    private readonly string file;
    private string[] row = [];
    private long line;

    // ExcelDataReader asks for code page 1252 when it starts, whatever the workbook.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public WorkbookReader(TabularFileDescription description, IntakeLimits limits)
    {
        file = description.File.Name;
        stream = File.OpenRead(description.File.FullPath);
        try
        {
            RefuseBomb(limits.MaxWorkbookBytes);
            reader = ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            GoToSheet(description);
            for (var i = 0; i < description.SkipLines; i++)
            {
                ReadCells(0);
            }

            Layout = new FieldLayout(file, description.Columns ?? Header(limits));
        }
        catch (Exception e) when (e is InvalidDataException or ExcelReaderException or System.Xml.XmlException)
        {
            stream.Dispose();
            throw new DeliveryFileException(file, 0, null, $"This is not a whole Excel workbook (.xlsx): {e.Message}");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override FieldLayout Layout { get; }

    public override long Line => line;

    public override long BytesRead => stream.Position;

    public override ReadOnlySpan<char> this[int ordinal] => row[ordinal];

    public override bool Read()
    {
        while (ReadCells(Layout.Names.Count))
        {
            if (Array.Exists(row, text => text.Length > 0))
            {
                return true;
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        stream.Dispose();
    }

    // A workbook is an archive; what it unpacks to is in its directory, and a directory that lies fails while unpacking.
    private void RefuseBomb(long maxBytes)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            var unpacked = archive.Entries.Sum(e => e.Length);
            if (unpacked > maxBytes)
            {
                throw new DeliveryFileException(file, 0, null, $"The workbook unpacks to {unpacked} bytes, more than the {maxBytes} allowed. Save the sheet as CSV.");
            }
        }

        stream.Position = 0;
    }

    private void GoToSheet(TabularFileDescription description)
    {
        if (description.Sheet is not { } wanted)
        {
            return;
        }

        var sheets = new List<string>();
        do
        {
            if (reader.Name == wanted)
            {
                return;
            }

            sheets.Add(reader.Name);
        }
        while (reader.NextResult());
        throw new DescriptionException(description.At, $"{file} has no sheet '{wanted}'. There is: {string.Join(", ", sheets)}.");
    }

    private string[] Header(IntakeLimits limits)
    {
        if (!ReadCells(0))
        {
            throw new DeliveryFileException(file, 0, null, "The sheet has no header row.");
        }

        if (row.Length > limits.MaxFields)
        {
            throw new DeliveryFileException(file, line, null, $"The row has more than {limits.MaxFields} fields.");
        }

        // Empty columns behind the table belong to the sheet, not to the table.
        return Array.ConvertAll(row[..(Array.FindLastIndex(row, text => text.Length > 0) + 1)], text => text.Trim());
    }

    private bool ReadCells(int count)
    {
        if (!reader.Read())
        {
            return false;
        }

        line++;
        row = new string[count == 0 ? reader.FieldCount : count];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = i < reader.FieldCount ? Cell(i) : "";
        }

        return true;
    }

    private string Cell(int i) => reader.GetValue(i) switch
    {
        null => "",
        string text => text,
        double number when IsCodeFormat(reader.GetNumberFormatString(i)) => number.ToString(reader.GetNumberFormatString(i), CultureInfo.InvariantCulture),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    // A code kept as a number shows its leading zeros by a format such as 0000.
    private static bool IsCodeFormat(string? format) => format is { Length: > 1 } && format.All(c => c == '0');
}
