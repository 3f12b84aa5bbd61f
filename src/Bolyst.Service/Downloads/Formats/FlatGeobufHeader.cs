using Bolyst.Service.Layers;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>The header of a FlatGeobuf as its schema (header.fbs, version 3) lays it out.</summary>
internal static class FlatGeobufHeader
{
    private const int Offset = sizeof(uint);
    private const byte MultiPolygon = 6;
    private const byte DoubleColumn = 10;
    private const byte StringColumn = 11;
    private const byte DateTimeColumn = 13;

    /// <summary>Writes it.</summary>
    /// <param name="download">What goes in.</param>
    /// <param name="around">What holds every outline; <see cref="Box.Empty"/> when there is none.</param>
    /// <param name="system">The coordinate system as well-known text.</param>
    /// <param name="nodeSize">Boxes in a node of the index.</param>
    public static ReadOnlyMemory<byte> Write(Download download, Box around, string system, int nodeSize)
    {
        var (layer, buffer) = (download.Layer, new FlatBuffer());
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
        Columns(buffer, fields[7], download);
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

    private static void Columns(FlatBuffer buffer, int from, Download download)
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
}
