using System.Text;

namespace Bolyst.Cli.Demo.Files;

/// <summary>A table as delimited text, lines ended by a line feed on every machine.</summary>
internal sealed class DelimitedTable(char delimiter, params string[] header)
{
    private readonly StringBuilder text = new(string.Join(delimiter, header) + '\n');

    public void Add(params string[] fields) => text.AppendJoin(delimiter, fields).Append('\n');

    public Task WriteAsync(string path, Encoding encoding, CancellationToken ct) => File.WriteAllTextAsync(path, text.ToString(), encoding, ct);
}
