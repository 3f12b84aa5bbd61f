using System.Text;

namespace Bolyst.Service.Layers;

/// <summary>How much a layer holds: what the size of a file of it follows from.</summary>
/// <param name="Features">Its features.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="NameBytes">Bytes of the names of the fields, in UTF-8.</param>
/// <param name="Numbers">Numbers that are there.</param>
/// <param name="TextBytes">Bytes of texts and days, in UTF-8.</param>
/// <param name="OutlineBytes">Bytes of outlines as the database keeps them.</param>
internal sealed record LayerAmount(long Features, long Fields, long NameBytes, long Numbers, long TextBytes, long OutlineBytes)
{
    private const int BytesOfADay = 10;
    private const int BytesOfACell = 64;

    /// <summary>Bytes of outlines and cells, when nothing is counted but features and fields.</summary>
    public static long Roughly(Layer layer) => layer.Head.Extent.OutlineBytes + ((long)layer.Count * layer.Fields.Count * BytesOfACell);

    /// <summary>Counts it.</summary>
    public static LayerAmount Of(Layer layer)
    {
        var (numbers, texts) = (0L, 0L);
        foreach (var field in layer.Fields)
        {
            for (var ordinal = 0; ordinal < layer.Count; ordinal++)
            {
                numbers += field is NumberField number && number.At(ordinal) is not null ? 1 : 0;
                texts += field is TextField text ? Encoding.UTF8.GetByteCount(text.At(ordinal)) : field is DateField date && date.At(ordinal) is not null ? BytesOfADay : 0;
            }
        }

        return new(layer.Count, layer.Fields.Count, layer.Fields.Sum(field => (long)Encoding.UTF8.GetByteCount(field.Name)), numbers, texts, layer.Head.Extent.OutlineBytes);
    }
}
