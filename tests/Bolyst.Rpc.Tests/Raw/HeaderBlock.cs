using System.Globalization;
using System.Text;

namespace Bolyst.Rpc.Tests.Raw;

/// <summary>
/// As much of HPACK (RFC 7541) as a client needs that forbids the dynamic table: literals out; literals and <c>:status</c> in.
/// </summary>
internal static class HeaderBlock
{
    private const int FirstStatusIndex = 8;
    private static readonly string[] Statuses = ["200", "204", "206", "304", "400", "404", "500"];

    public static byte[] Write(IEnumerable<(string Name, string Value)> headers)
    {
        var block = new MemoryStream();
        foreach (var (name, value) in headers)
        {
            block.WriteByte(0);
            WriteText(block, name);
            WriteText(block, value);
        }

        return block.ToArray();
    }

    public static void Read(ReadOnlySpan<byte> block, Dictionary<string, string> into)
    {
        while (!block.IsEmpty)
        {
            var first = block[0];
            if ((first & 0x80) != 0)
            {
                var index = ReadNumber(ref block, 7);
                if (index >= FirstStatusIndex && index < FirstStatusIndex + Statuses.Length)
                {
                    into[":status"] = Statuses[index - FirstStatusIndex];
                }
            }
            else if ((first & 0xE0) == 0x20)
            {
                ReadNumber(ref block, 5);
            }
            else
            {
                var index = ReadNumber(ref block, (first & 0x40) != 0 ? 6 : 4);
                var name = index == 0 ? ReadText(ref block)
                    : index >= FirstStatusIndex && index < FirstStatusIndex + Statuses.Length ? ":status"
                    : string.Create(CultureInfo.InvariantCulture, $"static-{index}");
                into[name] = ReadText(ref block);
            }
        }
    }

    private static void WriteText(MemoryStream block, string text)
    {
        const int prefix = 127;
        var bytes = Encoding.ASCII.GetBytes(text);
        if (bytes.Length < prefix)
        {
            block.WriteByte((byte)bytes.Length);
        }
        else
        {
            block.WriteByte(prefix);
            var rest = bytes.Length - prefix;
            for (; rest >= 128; rest /= 128)
            {
                block.WriteByte((byte)((rest % 128) + 128));
            }

            block.WriteByte((byte)rest);
        }

        block.Write(bytes);
    }

    private static string ReadText(ref ReadOnlySpan<byte> block)
    {
        Assert.True((block[0] & 0x80) == 0, "The server sends Huffman codes, which this reader does not know.");
        var length = ReadNumber(ref block, 7);
        var text = Encoding.UTF8.GetString(block[..length]);
        block = block[length..];
        return text;
    }

    private static int ReadNumber(ref ReadOnlySpan<byte> block, int prefixBits)
    {
        var most = (1 << prefixBits) - 1;
        var number = block[0] & most;
        block = block[1..];
        if (number < most)
        {
            return number;
        }

        for (var shift = 0; ; shift += 7)
        {
            var next = block[0];
            block = block[1..];
            number += (next & 0x7F) << shift;
            if ((next & 0x80) == 0)
            {
                return number;
            }
        }
    }
}
