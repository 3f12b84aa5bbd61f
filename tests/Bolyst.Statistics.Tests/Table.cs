using System.Globalization;
using Bolyst.Testing;

namespace Bolyst.Statistics.Tests;

/// <summary>A reference table in CSV, as R writes it: quoted text, NA for missing.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> header;
    private readonly string[][] rows;

    private Table(string[][] lines)
    {
        header = lines[0].Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        rows = lines[1..];
    }

    public int Rows => rows.Length;

    public IEnumerable<string> Names => header.Keys;

    public static Table Read(string relativePath) =>
        new([.. File.ReadLines(SharedData.Require(relativePath)).Where(l => l.Length > 0).Select(Split)]);

    public string[] Text(string column) => [.. rows.Select(r => r[header[column]])];

    public double[] Numbers(string column) => [.. Text(column).Select(Number)];

    /// <summary>The numbers of a column in the order of other keys; NaN where a key is not in the table.</summary>
    public double[] Numbers(string column, string key, IEnumerable<string> order)
    {
        var at = Text(key).Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i, StringComparer.Ordinal);
        var numbers = Numbers(column);
        return [.. order.Select(k => at.TryGetValue(k, out var i) ? numbers[i] : double.NaN)];
    }

    private static double Number(string text) =>
        text is "NA" or "" ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Split(string line)
    {
        var cells = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i == line.Length || (line[i] == ',' && !quoted))
            {
                cells.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
        }

        return [.. cells];
    }
}
