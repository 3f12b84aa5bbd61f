using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Bolyst.Rpc;

/// <summary>
/// Names and values that travel beside the messages of a call, before them (headers) or after them (trailers).
/// Names are lower case; a name that ends in <c>-bin</c> carries bytes, any other name carries printable ASCII.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is gRPC's.")]
public sealed class Metadata : IReadOnlyCollection<Metadata.Entry>
{
    private readonly List<Entry> entries = [];

    /// <summary>How many entries there are; a name may occur more than once.</summary>
    public int Count => entries.Count;

    /// <summary>Adds a text value.</summary>
    /// <exception cref="ArgumentException">The name or the value holds a character that cannot be sent, or the name ends in <c>-bin</c>.</exception>
    public void Add(string key, string value) => entries.Add(new Entry(key, value));

    /// <summary>Adds a value of bytes under a name that ends in <c>-bin</c>.</summary>
    /// <exception cref="ArgumentException">The name holds a character that cannot be sent, or does not end in <c>-bin</c>.</exception>
    public void Add(string key, byte[] value) => entries.Add(new Entry(key, value));

    /// <summary>Adds an entry.</summary>
    public void Add(Entry entry) => entries.Add(entry);

    /// <summary>The last text value of a name, or null.</summary>
    public string? GetValue(string key) => Find(key)?.Value;

    /// <summary>The last value of bytes of a name, or null.</summary>
    public byte[]? GetValueBytes(string key) => Find(key)?.ValueBytes;

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Entry? Find(string key) =>
        entries.FindLast(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>One name and value.</summary>
    public sealed class Entry
    {
        private readonly string? text;
        private readonly byte[]? bytes;

        /// <summary>A text value.</summary>
        public Entry(string key, string value)
        {
            Key = NormalizeKey(key, binary: false);
            ArgumentNullException.ThrowIfNull(value);
            if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new ArgumentException($"The value of metadata '{Key}' holds a character outside printable ASCII; send it as bytes under '{Key}-bin'.", nameof(value));
            }

            text = value;
        }

        /// <summary>A value of bytes.</summary>
        public Entry(string key, byte[] value)
        {
            Key = NormalizeKey(key, binary: true);
            ArgumentNullException.ThrowIfNull(value);
            bytes = value;
        }

        /// <summary>The name, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes.</summary>
        public bool IsBinary => bytes is not null;

        /// <summary>The text value.</summary>
        /// <exception cref="InvalidOperationException">The value is bytes.</exception>
        public string Value => text ?? throw new InvalidOperationException($"Metadata '{Key}' carries bytes.");

        /// <summary>The value as bytes; a text value as its ASCII bytes.</summary>
        public byte[] ValueBytes => bytes ?? Encoding.ASCII.GetBytes(text!);

        private static string NormalizeKey(string key, bool binary)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            var name = key.ToLowerInvariant();
            foreach (var c in name)
            {
                if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '_' or '.'))
                {
                    throw new ArgumentException($"Metadata name '{key}' holds '{c}'; letters, digits, '-', '_' and '.' are possible.", nameof(key));
                }
            }

            if (IsBinaryKey(name) != binary)
            {
                throw new ArgumentException(
                    binary ? $"Metadata name '{key}' must end in '-bin' to carry bytes." : $"Metadata name '{key}' ends in '-bin' and carries bytes, not text.",
                    nameof(key));
            }

            return name;
        }
    }

    internal static bool IsBinaryKey(string key) => key.EndsWith("-bin", StringComparison.OrdinalIgnoreCase);
}
