using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bolyst.Service.Layers;
using Bolyst.Store;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>The header and the features of a FlatGeobuf, as its schemas (header.fbs and feature.fbs, version 3) lay them out.</summary>
internal sealed class FlatGeobufParts
{
    private const int Offset = sizeof(uint);
    private const byte MultiPolygon = 6;
    private const byte Polygon = 3;
    private const byte DoubleColumn = 10;
    private const byte StringColumn = 11;
    private const byte DateTimeColumn = 13;

    // Fields of a geometry.
    private const int Ends = 0;
    private const int Xy = 1;
    private const int Type = 6;
    private const int Parts = 7;

    private readonly FlatBuffer buffer = new();
    private readonly ArrayBufferWriter<byte> properties = new();
    private readonly List<int> ends = [];

    /// <summary>The header.</summary>
    /// <param name="download">What goes in.</param>
    /// <param name="around">What holds every outline; <see cref="Box.Empty"/> when there is none.</param>
    /// <param name="system">The coordinate system as well-known text.</param>
    /// <param name="nodeSize">Boxes in a node of the index.</param>
    public ReadOnlyMemory<byte> Header(Download download, Box around, string system, int nodeSize)
    {
        var layer = download.Layer;
        // name, envelope, geometry type, four for more dimensions, columns, count, node size, system, title, description
        var fields = buffer.Begin(Offset, around == Box.Empty ? 0 : Offset, 1, 0, 0, 0, 0, Offset, sizeof(long), sizeof(ushort), Offset, Offset, Offset);
        buffer.Text(fields[0], layer.Head.Id);
        if (around != Box.Empty)
        {
            var edges = buffer.Vector(fields[1], 4, sizeof(double));
            foreach (var edge in (ReadOnlySpan<double>)[around.West, around.South, around.East, around.North])
            {
                buffer.PutDouble(edges, edge);
                edges += sizeof(double);
            }
        }

        buffer.PutByte(fields[2], MultiPolygon);
        Columns(fields[7], download);
        buffer.PutLong(fields[8], download.Ordinals.Count);
        // An index of nothing is none.
        buffer.PutShort(fields[9], download.Ordinals.Count > 0 ? nodeSize : 0);
        // organisation, code, name, description, well-known text
        var crs = buffer.Table(fields[10], Offset, sizeof(int), 0, 0, Offset);
        buffer.Text(crs[0], "EPSG");
        buffer.Put(crs[1], download.Crs.Srid);
        buffer.Text(crs[4], system);
        buffer.Text(fields[11], download.Texts.Of(layer.Head.Title));
        buffer.Text(fields[12], download.Texts.Of(layer.Head.Description));
        buffer.End();
        return buffer.Written;
    }

    /// <summary>A feature; what it gives is overwritten by the next.</summary>
    public ReadOnlyMemory<byte> Feature(IReadOnlyList<LayerField> fields, FeatureShape shape)
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

    private void Columns(int from, Download download)
    {
        var fields = download.Layer.Fields;
        var at = buffer.Vector(from, fields.Count, Offset);
        foreach (var (field, note) in fields.Zip(download.Columns))
        {
            // name, type, title
            var column = buffer.Table(at, Offset, 1, Offset);
            buffer.Text(column[0], field.Name);
            buffer.PutByte(column[1], field switch { NumberField => DoubleColumn, DateField => DateTimeColumn, _ => StringColumn });
            buffer.Text(column[2], note.Title);
            at += Offset;
        }
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
