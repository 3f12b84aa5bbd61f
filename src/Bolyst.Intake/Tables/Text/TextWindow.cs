using System.Globalization;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tables.Text;

/// <summary>
/// A window of characters that slides over a file. It grows to hold one whole row, up to the limit for a line, and never further:
/// a file of one endless line costs no more memory than the limit.
/// </summary>
internal sealed class TextWindow : IDisposable
{
    private const int InitialSize = 1 << 16;

    private readonly FileStream stream;
    private readonly StreamReader reader;
    private readonly string file;
    private readonly int maxRowLength;
    private char[] buffer = new char[InitialSize];

    public TextWindow(DeliveryPath path, TextEncoding? told, int maxRowLength)
    {
        file = path.Name;
        this.maxRowLength = maxRowLength;
        stream = new FileStream(path.FullPath, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        var head = new byte[1 << 20];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Encoding = Encodings.Detect(head.AsSpan(0, read), told);
        stream.Position = Encoding.MarkLength;
        reader = new StreamReader(stream, Encoding.Decoder, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        Fill(1);
    }

    public DetectedEncoding Encoding { get; }

    /// <summary>Where the next row begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the characters read so far end.</summary>
    public int End { get; private set; }

    /// <summary>Whether <see cref="End"/> is the end of the file.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether a character was read that marks bytes of another encoding, so that rows must be looked through for it.</summary>
    public bool HasForeignBytes { get; private set; }

    public long BytesRead => stream.Position;

    public Span<char> Characters => buffer;

    /// <summary>Passes over characters that are done with.</summary>
    public void MoveTo(int start) => Start = start;

    /// <summary>Reads more behind the row that begins at <see cref="Start"/>, which moves to the front of the window.</summary>
    /// <param name="line">The row's line, for the error when it is too long.</param>
    public void Fill(long line)
    {
        var kept = End - Start;
        if (kept >= maxRowLength)
        {
            throw new DeliveryFileException(file, line, null, string.Create(CultureInfo.InvariantCulture, $"The line is longer than {maxRowLength:N0} characters. Is this a table? If the quotes do not pair, set quote: none."));
        }

        if (kept == buffer.Length)
        {
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Math.Max(maxRowLength, InitialSize)));
        }

        // Only what is left over of a window moves: rows are short beside it.
        Array.Copy(buffer, Start, buffer, 0, kept);
        Start = 0;
        End = kept;
        var read = reader.Read(buffer, kept, buffer.Length - kept);
        IsAtEnd = read == 0;
        var added = buffer.AsSpan(kept, read);
        if (added.Contains('\0'))
        {
            throw new DeliveryFileException(file, line, null, $"The file holds null characters: it is no text in {Encoding.Name}. Give its encoding, or its format.");
        }

        HasForeignBytes |= added.Contains('\uFFFD');
        End += read;
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }
}
