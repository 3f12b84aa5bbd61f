using Bolyst.Service.Reading;
using Bolyst.Store;

namespace Bolyst.Service.Layers;

/// <summary>Water as it was delivered, as one layer. It is drawn over zones and counts in nothing.</summary>
internal static class WaterLayer
{
    public static async Task<Layer> ReadAsync(Dataset dataset, CancellationToken cancellation)
    {
        var extent = await dataset.Store.Features.ExtentAsync(Features.Water, dataset.Version, cancellation);
        var surfaces = await dataset.Store.Features.ListWaterAsync(dataset.Version, cancellation);
        var always = new DayInterval(From: null, To: null);
        var head = new LayerHead(
            Features.Water,
            Set: null,
            new("Vann", "Vatn", "Water"),
            new(
                "Sjø, innsjøer og elver slik de er levert, til å tegne over soner. Ingen tall bygger på dem.",
                "Sjø, innsjøar og elvar slik dei er leverte, til å teikne over soner. Ingen tal byggjer på dei.",
                "Sea, lakes and rivers as delivered, to be drawn over zones. No number rests on them."),
            always,
            extent,
            new(surfaces.Select(surface => surface.Version).ToHashSet(), [.. surfaces.Select(surface => (surface.Source, (string?)surface.Licence)).Distinct()]));
        LayerField[] fields =
        [
            new TextField("key", new("Nøkkel", "Nøkkel", "Key"), at => surfaces[at].Key),
            new TextField("name", new("Navn", "Namn", "Name"), at => surfaces[at].Name ?? ""),
            new NumberField("area_m2", new("Areal", "Areal", "Area"), "m2", at => surfaces[at].AreaM2),
            new TextField("source", new("Kilde", "Kjelde", "Source"), at => surfaces[at].Source),
            new TextField("licence", new("Lisens", "Lisens", "Licence"), at => surfaces[at].Licence),
        ];
        return new(head, dataset.Version, surfaces.Count, fields, [], _ => always);
    }
}
