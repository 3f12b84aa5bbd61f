using System.Globalization;
using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;

namespace Bolyst.Intake.Tables.Text;

/// <summary>Reads CSV and TSV.</summary>
internal sealed class DelimitedReader : TableReader
{
    private readonly TextWindow window;
    private readonly RowParser parser;
    private readonly List<string> detected = [];

    public DelimitedReader(TabularFileDescription description, IntakeLimits limits)
    {
        var file = description.File.Name;
        char? quote = description.Quote == "none" ? null : description.Quote[0];
        window = new TextWindow(description.File, description.Encoding, limits.MaxLineLength);
        try
        {
            var delimiter = description.Delimiter?[0] ?? Delimiters.Detect(window.Characters[..window.End], quote, description.SkipLines, window.IsAtEnd);
            if (description.Delimiter is null)
            {
                detected.Add(delimiter == '\t' ? "delimiter tab" : $"delimiter '{delimiter}'");
            }

            if (description.Encoding is null)
            {
                detected.Add($"encoding {window.Encoding.Name.ToString().ToLowerInvariant()}");
            }

            parser = new RowParser(window, file, delimiter, quote, limits.MaxFields);
            parser.SkipLines(description.SkipLines);
            Layout = new FieldLayout(file, description.Columns ?? Header(file));
        }
        catch
        {
            window.Dispose();
            throw;
        }
    }

    public override FieldLayout Layout { get; }

    public override long Line => parser.Line;

    public override long BytesRead => window.BytesRead;

    public override string Detected => string.Join(", ", detected);

    public override ReadOnlySpan<char> this[int ordinal] => parser[ordinal];

    public override bool Read()
    {
        if (!parser.Read())
        {
            return false;
        }

        return parser.Count == Layout.Names.Count
            ? true
            : throw new DeliveryFileException(Layout.Source, Line, null, string.Create(CultureInfo.InvariantCulture, $"The row has {parser.Count} fields, the header {Layout.Names.Count}. Is the file cut off, or the delimiter wrong?"));
    }

    protected override void Dispose(bool disposing) => window.Dispose();

    private string[] Header(string file)
    {
        if (!parser.Read())
        {
            throw new DeliveryFileException(file, 0, null, "The file has no header line.");
        }

        var names = new string[parser.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = parser[i].Trim().ToString();
        }

        return names;
    }
}
