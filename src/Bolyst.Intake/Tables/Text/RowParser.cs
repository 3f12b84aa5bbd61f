using System.Buffers;
using System.Globalization;

namespace Bolyst.Intake.Tables.Text;

/// <summary>
/// Splits rows into fields as RFC 4180 has it: quotes around fields, doubled inside, line breaks allowed inside quotes.
/// Our own rather than a library's because a row is bounded before it is held, an unpaired quote is reported with the line where it opens,
/// and fields are spans: nothing is allocated for a row.
/// </summary>
internal sealed class RowParser
{
    private readonly TextWindow window;
    private readonly string file;
    private readonly char delimiter;
    private readonly char? quote;
    private readonly int maxFields;
    private readonly SearchValues<char> fieldEnds;
    private (int Start, int End, bool HasDoubledQuotes)[] fields = new (int, int, bool)[16];
    private long nextLine = 1;

    public RowParser(TextWindow window, string file, char delimiter, char? quote, int maxFields)
    {
        this.window = window;
        this.file = file;
        this.delimiter = delimiter;
        this.quote = quote;
        this.maxFields = maxFields;
        fieldEnds = SearchValues.Create([delimiter, '\r', '\n']);
    }

    /// <summary>The line on which the current row begins.</summary>
    public long Line { get; private set; }

    /// <summary>The number of fields of the current row.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int field] => window.Characters[fields[field].Start..fields[field].End];

    /// <summary>Goes to the next row that is not blank.</summary>
    public bool Read()
    {
        do
        {
            if (!ReadAny())
            {
                return false;
            }
        }
        while (Count == 1 && this[0].IsEmpty);
        if (window.HasForeignBytes)
        {
            RefuseForeignBytes();
        }

        return true;
    }

    /// <summary>Passes over whole lines, quotes or not.</summary>
    public void SkipLines(int count)
    {
        for (var i = 0; i < count; i++)
        {
            int end;
            while ((end = window.Characters[window.Start..window.End].IndexOf('\n')) < 0)
            {
                if (window.IsAtEnd)
                {
                    window.MoveTo(window.End);
                    return;
                }

                window.Fill(nextLine);
            }

            window.MoveTo(window.Start + end + 1);
            nextLine++;
        }
    }

    private bool ReadAny()
    {
        Line = nextLine;
        while (true)
        {
            if (window.Start == window.End && window.IsAtEnd)
            {
                return false;
            }

            // A row that runs past the window is parsed again from its start once more has been read.
            if (TryParse(window.Characters[..window.End], out var next, out var lines))
            {
                CloseUpDoubledQuotes();
                window.MoveTo(next);
                nextLine += lines;
                return true;
            }

            window.Fill(Line);
        }
    }

    private bool TryParse(Span<char> text, out int next, out int lines)
    {
        Count = 0;
        lines = 1;
        next = window.Start;
        while (true)
        {
            int end;
            if (quote is { } q && next < text.Length && text[next] == q)
            {
                if (!TryParseQuoted(text, q, next, ref lines, out end))
                {
                    return false;
                }
            }
            else
            {
                var length = text[next..].IndexOfAny(fieldEnds);
                if (length < 0 && !window.IsAtEnd)
                {
                    return false;
                }

                end = length < 0 ? text.Length : next + length;
                Add(next, end);
            }

            if (end == text.Length)
            {
                next = end;
                return window.IsAtEnd;
            }

            next = end + 1;
            if (text[end] == delimiter)
            {
                continue;
            }

            if (text[end] == '\r')
            {
                if (next == text.Length && !window.IsAtEnd)
                {
                    return false;
                }

                next += next < text.Length && text[next] == '\n' ? 1 : 0;
            }

            return true;
        }
    }

    private bool TryParseQuoted(Span<char> text, char q, int open, ref int lines, out int end)
    {
        var doubled = false;
        end = open + 1;
        while (true)
        {
            var length = text[end..].IndexOf(q);
            if (length < 0)
            {
                return window.IsAtEnd ? throw Fault($"The quote that opens field {Number(Count + 1)} is never closed. Is the file cut off? If quotes are plain characters here, set quote: none.") : false;
            }

            lines += text.Slice(end, length).Count('\n');
            end += length + 1;
            if (end == text.Length && !window.IsAtEnd)
            {
                return false;
            }

            if (end < text.Length && text[end] == q)
            {
                doubled = true;
                end++;
                continue;
            }

            break;
        }

        if (end < text.Length && text[end] != delimiter && text[end] is not ('\r' or '\n'))
        {
            throw Fault($"Field {Number(Count + 1)} goes on after its closing quote. Quotes inside a quoted field are doubled; if quotes are plain characters here, set quote: none.");
        }

        Add(open + 1, end - 1, hasDoubledQuotes: doubled);
        return true;
    }

    // Only once the whole row is in the window: until then it may be parsed again, and needs its quotes.
    private void CloseUpDoubledQuotes()
    {
        for (var i = 0; i < Count; i++)
        {
            if (fields[i].HasDoubledQuotes)
            {
                fields[i].End = CloseUp(window.Characters, quote!.Value, fields[i].Start, fields[i].End);
            }
        }
    }

    private static int CloseUp(Span<char> text, char q, int start, int end)
    {
        var to = start;
        for (var from = start; from < end; from++)
        {
            text[to++] = text[from];
            from += text[from] == q ? 1 : 0;
        }

        return to;
    }

    private void Add(int start, int end, bool hasDoubledQuotes = false)
    {
        if (Count == fields.Length)
        {
            if (Count >= maxFields)
            {
                throw Fault($"The row has more than {Number(maxFields)} fields. Is the delimiter '{delimiter}' right?");
            }

            Array.Resize(ref fields, fields.Length * 2);
        }

        fields[Count++] = (start, end, hasDoubledQuotes);
    }

    private void RefuseForeignBytes()
    {
        for (var i = 0; i < Count; i++)
        {
            if (this[i].Contains('\uFFFD'))
            {
                throw Fault($"Field {Number(i + 1)} holds bytes that are not {window.Encoding.Name}. Give the file's encoding, such as encoding: windows1252.");
            }
        }
    }

    private DeliveryFileException Fault(string fault) => new(file, Line, null, fault);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
