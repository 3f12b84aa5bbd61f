using System.Text.Json;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>Reads a JSON file of any size token by token, holding one block of it: <see cref="Utf8JsonReader"/> cannot refill itself.</summary>
internal sealed class JsonTokens(Stream stream)
{
    private const int FirstBlock = 1 << 16;

    /// <summary>A single text or number longer than this is no attribute of a zone; without a bound one endless text would fill the memory.</summary>
    private const int LargestToken = 16 << 20;

    private byte[] buffer = new byte[FirstBlock];
    private int start;
    private int length;
    private bool ended;
    private JsonReaderState state = new(new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });

    /// <summary>The kind of the token last read.</summary>
    public JsonTokenType Type { get; private set; }

    /// <summary>The text of the token last read when <see cref="Next"/> was asked to keep it: a property's name, a string, a number; else null.</summary>
    public string? Text { get; private set; }

    /// <summary>Reads one token.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="JsonException">The file is no JSON, or ends in the middle.</exception>
    public bool Next(bool keepText = false)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, length), ended, state);
            var read = reader.Read();
            if (read)
            {
                Type = reader.TokenType;
                Text = keepText ? TextOf(ref reader) : null;
            }

            Keep(ref reader);
            if (read)
            {
                return true;
            }

            if (ended)
            {
                return false;
            }

            Fill();
        }
    }

    /// <summary>Passes over the value that begins with the token last read, or follows the property name last read.</summary>
    /// <returns>True when the value holds anything but empty arrays, empty objects and null.</returns>
    public bool Skip()
    {
        if (Type == JsonTokenType.PropertyName)
        {
            Next();
        }

        var depth = 0;
        var holdsSomething = false;
        do
        {
            depth += Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
            holdsSomething |= Type is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
        }
        while (depth > 0 && Next());
        return holdsSomething;
    }

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.PropertyName or JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private void Keep(ref Utf8JsonReader reader)
    {
        state = reader.CurrentState;
        var consumed = (int)reader.BytesConsumed;
        start += consumed;
        length -= consumed;
    }

    private void Fill()
    {
        if (length == buffer.Length)
        {
            if (length >= LargestToken)
            {
                throw new JsonException($"One text is longer than {LargestToken >> 20} MiB.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        buffer.AsSpan(start, length).CopyTo(buffer);
        start = 0;
        var read = stream.Read(buffer, length, buffer.Length - length);
        length += read;
        ended = read == 0;
    }
}
