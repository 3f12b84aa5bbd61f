using System.Text;
using System.Text.Unicode;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tables.Text;

/// <summary>The encoding of a text file and the length of its byte order mark.</summary>
/// <param name="Name">The encoding in the description's words.</param>
/// <param name="MarkLength">Bytes to pass over at the beginning.</param>
/// <param name="IsBigEndian">UTF-16 with its bytes turned.</param>
internal readonly record struct DetectedEncoding(TextEncoding Name, int MarkLength, bool IsBigEndian = false)
{
    // A byte that does not fit becomes U+FFFD, which the reader finds and reports with its line.
    public Encoding Decoder => Name switch
    {
        TextEncoding.Latin1 => Encoding.Latin1,
        TextEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        TextEncoding.Utf16 => new UnicodeEncoding(IsBigEndian, byteOrderMark: false),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };
}

/// <summary>Tells text encodings apart.</summary>
internal static class Encodings
{
    /// <summary>By byte order mark; else by the zeros of UTF-16; else UTF-8 where the bytes are valid UTF-8; else Windows-1252, which holds Latin-1's letters.</summary>
    public static DetectedEncoding Detect(ReadOnlySpan<byte> head, TextEncoding? told)
    {
        var marked = Marked(head);
        if (told is { } name)
        {
            return marked is { } mark && mark.Name == name ? mark : new DetectedEncoding(name, 0);
        }

        if (marked is not null)
        {
            return marked.Value;
        }

        var sample = head[..Math.Min(head.Length, 4096)];
        if (Zeros(sample, 0) > sample.Length / 8 || Zeros(sample, 1) > sample.Length / 8)
        {
            return new DetectedEncoding(TextEncoding.Utf16, 0, IsBigEndian: Zeros(sample, 0) > Zeros(sample, 1));
        }

        return new DetectedEncoding(Utf8.IsValid(WholeCharacters(head)) ? TextEncoding.Utf8 : TextEncoding.Windows1252, 0);
    }

    private static DetectedEncoding? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new DetectedEncoding(TextEncoding.Utf8, 3),
        [0xFF, 0xFE, ..] => new DetectedEncoding(TextEncoding.Utf16, 2),
        [0xFE, 0xFF, ..] => new DetectedEncoding(TextEncoding.Utf16, 2, IsBigEndian: true),
        _ => null,
    };

    private static int Zeros(ReadOnlySpan<byte> sample, int offset)
    {
        var zeros = 0;
        for (var i = offset; i < sample.Length; i += 2)
        {
            zeros += sample[i] == 0 ? 1 : 0;
        }

        return zeros;
    }

    // The head may end in the middle of a character of up to four bytes.
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> head)
    {
        for (var back = 1; back <= Math.Min(3, head.Length); back++)
        {
            var lead = head[^back];
            if (lead >= 0xC0)
            {
                return head[..^back];
            }

            if (lead < 0x80)
            {
                break;
            }
        }

        return head;
    }
}
