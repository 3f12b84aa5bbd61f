using System.Text;
using System.Text.Json;

namespace Bolyst.Intake.Tables.Json;

/// <summary>The tokens of a JSON file, one after another. Holds no more than one token of it, up to the limit.</summary>
internal sealed class JsonTokens : IDisposable
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private readonly FileStream stream;
    private readonly string file;
    private readonly int maxTokenLength;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool isAtEnd;
    private JsonReaderState state = new(Options);

    public JsonTokens(string path, string file, int maxTokenLength)
    {
        this.file = file;
        this.maxTokenLength = maxTokenLength;
        stream = new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
        Fill();
        if (buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble))
        {
            start = Encoding.UTF8.Preamble.Length;
        }
    }

    public JsonTokenType Type { get; private set; }

    /// <summary>The token's text: a name, a string, or a number as it is written. Null for null and for brackets.</summary>
    public string? Text { get; private set; }

    /// <summary>How many arrays and objects are open around the token.</summary>
    public int Depth { get; private set; }

    public long BytesRead => stream.Position;

    /// <summary>Goes to the next token; false at the end of the document.</summary>
    /// <param name="wantsText">False where the text is not needed.</param>
    public bool Next(bool wantsText = true)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isAtEnd, state);
            try
            {
                if (reader.Read())
                {
                    Type = reader.TokenType;
                    Depth = reader.CurrentDepth;
                    Text = wantsText ? TextOf(ref reader) : null;
                    Keep(ref reader);
                    return true;
                }

                if (isAtEnd)
                {
                    return false;
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // InvalidOperationException: a string whose bytes are not UTF-8.
                var line = (e as JsonException)?.LineNumber + 1 ?? 0;
                throw new DeliveryFileException(file, line, null, $"This is not JSON in UTF-8, or the file is cut off: {e.Message}");
            }

            Keep(ref reader);
            Fill();
        }
    }

    /// <summary>From the first token of a value to its last.</summary>
    public void SkipValue()
    {
        if (Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = Depth;
        while (Next(wantsText: false) && Depth > depth)
        {
        }
    }

    public void Dispose() => stream.Dispose();

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => reader.GetString(),
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private void Keep(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
    }

    private void Fill()
    {
        var kept = end - start;
        if (kept >= maxTokenLength)
        {
            throw new DeliveryFileException(file, 0, null, $"The file holds a text longer than {maxTokenLength} bytes. Is this a table?");
        }

        if (kept == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        Buffer.BlockCopy(buffer, start, buffer, 0, kept);
        start = 0;
        end = kept + stream.Read(buffer, kept, buffer.Length - kept);
        isAtEnd = end == kept;
    }
}
