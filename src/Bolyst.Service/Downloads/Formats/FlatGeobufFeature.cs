using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bolyst.Service.Layers;
using Bolyst.Store;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>Features of a FlatGeobuf as its schema (feature.fbs, version 3) lays them out, one at a time.</summary>
internal sealed class FlatGeobufFeature
{
    private const int Offset = sizeof(uint);
    private const byte MultiPolygon = 6;
    private const byte Polygon = 3;

    // Fields of a geometry.
    private const int Ends = 0;
    private const int Xy = 1;
    private const int Type = 6;
    private const int Parts = 7;

    private readonly FlatBuffer buffer = new();
    private readonly ArrayBufferWriter<byte> properties = new();
    private readonly List<int> ends = [];

    /// <summary>A feature; what it gives is overwritten by the next.</summary>
    public ReadOnlyMemory<byte> Write(IReadOnlyList<LayerField> fields, FeatureShape shape)
    {
        var feature = buffer.Begin(shape.Outline is null ? 0 : Offset, Offset);
        if (shape.Outline is { } outline)
            Geometry(feature[0], outline.Wkb);
        properties.ResetWrittenCount();
        for (var column = 0; column < fields.Count; column++)
        {
            Property(column, fields[column], shape.Ordinal);
        }

        var written = properties.WrittenSpan;
        buffer.PutBytes(buffer.Vector(feature[1], written.Length, 1), written);
        buffer.End();
        return buffer.Written;
    }

    /// <summary>An outline from well-known binary: MultiPolygon, little endian, two dimensions, as the store gives it.</summary>
    private void Geometry(int from, ReadOnlySpan<byte> wkb)
    {
        const int Head = 1 + sizeof(uint);
        const int Vertex = 2 * sizeof(double);
        var at = Head;
        var polygons = Count(wkb, ref at);
        var outline = GeometryTable(from, MultiPolygon, Parts);
        var part = buffer.Vector(outline[Parts], polygons, Offset);
        for (var polygon = 0; polygon < polygons; polygon++, part += Offset)
        {
            at += Head;
            var rings = Count(wkb, ref at);
            var (start, vertices) = (at, 0);
            ends.Clear();
            for (var ring = 0; ring < rings; ring++)
            {
                var count = Count(wkb, ref at);
                at += count * Vertex;
                ends.Add(vertices += count);
            }

            var places = GeometryTable(part, Polygon, Ends, Xy);
            var end = buffer.Vector(places[Ends], rings, sizeof(uint));
            var xy = buffer.Vector(places[Xy], 2 * vertices, sizeof(double));
            for (var (ring, source, target) = (0, start, xy); ring < rings; ring++, end += sizeof(uint))
            {
                var bytes = (ends[ring] - (ring == 0 ? 0 : ends[ring - 1])) * Vertex;
                buffer.Put(end, ends[ring]);
                buffer.PutBytes(target, wkb.Slice(source + sizeof(uint), bytes));
                (source, target) = (source + sizeof(uint) + bytes, target + bytes);
            }
        }

        static int Count(ReadOnlySpan<byte> wkb, ref int at) => BinaryPrimitives.ReadInt32LittleEndian(wkb.Slice((at += sizeof(uint)) - sizeof(uint), sizeof(uint)));
    }

    private int[] GeometryTable(int from, byte type, params ReadOnlySpan<int> vectors)
    {
        Span<int> sizes = stackalloc int[Parts + 1];
        sizes.Clear();
        sizes[Type] = 1;
        foreach (var vector in vectors)
        {
            sizes[vector] = Offset;
        }

        var places = buffer.Table(from, sizes);
        buffer.PutByte(places[Type], type);
        return places;
    }

    private void Property(int column, LayerField field, int ordinal)
    {
        switch (field)
        {
            case NumberField number when number.At(ordinal) is { } value:
                Column();
                Span<byte> bytes = stackalloc byte[sizeof(double)];
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
                properties.Write(bytes);
                break;
            case DateField date when date.At(ordinal) is { } day:
                Column();
                Text(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00");
                break;
            case TextField text:
                Column();
                Text(text.At(ordinal));
                break;
        }

        void Column()
        {
            Span<byte> bytes = stackalloc byte[sizeof(ushort)];
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)column);
            properties.Write(bytes);
        }

        void Text(string text)
        {
            Span<byte> length = stackalloc byte[sizeof(uint)];
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            properties.Write(length);
            properties.Write(bytes);
        }
    }
}
