using System.Text;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tables;

/// <summary>Tells a table's format by its first bytes, and where these do not tell, by its name.</summary>
public static class TableFormats
{
    private const int Head = 1 << 16;

    /// <summary>The format of a file.</summary>
    public static TableFormat Detect(string path)
    {
        var bytes = new byte[Head];
        int read;
        using (var stream = File.OpenRead(path))
        {
            read = stream.ReadAtLeast(bytes, Head, throwOnEndOfStream: false);
        }

        if (bytes.AsSpan(0, read).StartsWith("PK\u0003\u0004"u8))
        {
            return TableFormat.Xlsx;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith('['))
        {
            return TableFormat.Json;
        }

        // JSON-stat is an object with dimensions; 1.x has them inside a named data set. Other objects hold an array somewhere.
        if (text.StartsWith('{'))
        {
            return text.Contains("\"class\"", StringComparison.Ordinal) && text.Contains("\"version\"", StringComparison.Ordinal)
                || text.Contains("\"dimension\"", StringComparison.Ordinal)
                || text.StartsWith("{\"dataset\"", StringComparison.Ordinal)
                    ? TableFormat.Jsonstat
                    : TableFormat.Json;
        }

        return Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? TableFormat.Tsv : TableFormat.Csv;
    }
}
