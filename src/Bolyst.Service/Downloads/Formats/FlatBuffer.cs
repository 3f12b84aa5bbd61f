using System.Buffers.Binary;
using System.Text;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// A FlatBuffer with its size before it (https://flatbuffers.dev/internals), written from front to back: a table first, then what its
/// fields point to. Used again and again, so that a feature costs no memory of its own.
/// </summary>
internal sealed class FlatBuffer
{
    private const int Offset = sizeof(uint);

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /// <summary>What was written, its size before it.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>Begins anew with the root table.</summary>
    /// <param name="fields">Bytes of each of its fields; 0 for one left out.</param>
    /// <returns>The place of each field.</returns>
    public int[] Begin(params ReadOnlySpan<int> fields)
    {
        length = 0;
        Grow(2 * Offset);
        return Table(Offset, fields);
    }

    /// <summary>Ends it: everything is there.</summary>
    public void End() => BinaryPrimitives.WriteInt32LittleEndian(bytes, length - Offset);

    /// <summary>A table.</summary>
    /// <param name="from">The place that points to it.</param>
    /// <param name="fields">Bytes of each field (1, 2, 4 or 8); 0 for one left out.</param>
    /// <returns>The place of each field.</returns>
    public int[] Table(int from, params ReadOnlySpan<int> fields)
    {
        Align(sizeof(ushort));
        var description = Grow((2 + fields.Length) * sizeof(ushort));
        Align(Offset);
        var table = Grow(sizeof(int));
        Put(from, table - from);
        Put(table, table - description);
        var places = new int[fields.Length];
        for (var field = 0; field < fields.Length; field++)
        {
            if (fields[field] == 0)
                continue;
            Align(fields[field]);
            places[field] = Grow(fields[field]);
            PutShort(description + ((2 + field) * sizeof(ushort)), places[field] - table);
        }

        PutShort(description, (2 + fields.Length) * sizeof(ushort));
        PutShort(description + sizeof(ushort), length - table);
        return places;
    }

    /// <summary>Room for the elements of a vector.</summary>
    /// <param name="from">The place that points to it.</param>
    /// <param name="count">How many elements.</param>
    /// <param name="size">Bytes of each.</param>
    /// <returns>The place of the first.</returns>
    public int Vector(int from, int count, int size)
    {
        Align(Offset);
        // Its elements are aligned, not the count before them.
        if ((length + Offset) % size > 0)
            Grow(size - ((length + Offset) % size));
        var vector = Grow(Offset);
        Put(from, vector - from);
        Put(vector, count);
        return Grow(count * size);
    }

    /// <summary>A text.</summary>
    /// <param name="from">The place that points to it.</param>
    /// <param name="text">The text.</param>
    public void Text(int from, string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        var at = Vector(from, count, 1);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(at));
        Grow(1);
    }

    public void Put(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);

    public void PutByte(int at, byte value) => bytes[at] = value;

    public void PutShort(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);

    public void PutLong(int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), value);

    public void PutDouble(int at, double value) => BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), value);

    public void PutBytes(int at, ReadOnlySpan<byte> values) => values.CopyTo(bytes.AsSpan(at));

    private void Align(int size)
    {
        if (length % size > 0)
            Grow(size - (length % size));
    }

    /// <summary>Zeros at the end.</summary>
    private int Grow(int more)
    {
        var start = length;
        length += more;
        if (length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(length, 2 * bytes.Length));
        bytes.AsSpan(start, more).Clear();
        return start;
    }
}
