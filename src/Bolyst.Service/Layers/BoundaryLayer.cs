using Bolyst.Service.Reading;
using Bolyst.Store;

namespace Bolyst.Service.Layers;

/// <summary>The boundaries of all områdesatsingar as one layer. They are not aligned with zones.</summary>
internal static class BoundaryLayer
{
    public static async Task<Layer> ReadAsync(Dataset dataset, CancellationToken cancellation)
    {
        var extent = await dataset.Store.Features.ExtentAsync(Features.Boundaries, dataset.Version, cancellation);
        var boundaries = await dataset.Store.Features.ListBoundariesAsync(dataset.Version, cancellation);
        var satsinger = (await dataset.Store.Catalogue.ListOmradesatsingerAsync(dataset.Version, cancellation)).ToDictionary(satsing => satsing.Row.Key, StringComparer.Ordinal);
        var rows = boundaries.Select(boundary => satsinger[boundary.Key].Row).ToArray();
        var from = boundaries.Count == 0 ? (DateOnly?)null : boundaries.Min(boundary => boundary.ValidFrom);
        var to = boundaries.Any(boundary => boundary.ValidTo is null) ? null : boundaries.Max(boundary => boundary.ValidTo);
        var head = new LayerHead(
            Features.Boundaries,
            Set: null,
            new("Områdesatsinger", "Områdesatsingar", "Area programmes"),
            new(
                "Grenser for områdesatsinger slik de er levert, offisielle eller laget for formålet. De følger ikke soner.",
                "Grenser for områdesatsingar slik dei er leverte, offisielle eller laga for føremålet. Dei følgjer ikkje soner.",
                "Boundaries of area programmes (områdesatsingar) as delivered, official or made for the purpose. They do not follow zones."),
            new(from, to),
            extent,
            new(boundaries.Select(boundary => boundary.Version).ToHashSet(), [.. boundaries.Select(boundary => (boundary.Source, (string?)null)).Distinct()]))
        {
            IsTiled = false,
        };
        LayerField[] fields =
        [
            new TextField("key", new("Nøkkel", "Nøkkel", "Key"), at => rows[at].Key),
            new TextField("name", new("Navn", "Namn", "Name"), at => rows[at].Name),
            new TextField("kommune_code", new("Kommunenummer", "Kommunenummer", "Kommune number"), at => rows[at].KommuneCode),
            new TextField("kommune_name", new("Kommune", "Kommune", "Kommune"), at => rows[at].KommuneName),
            new NumberField("start_year", new("Første år", "Første år", "First year"), "year", at => rows[at].StartYear),
            new NumberField("end_year", new("Siste år", "Siste år", "Last year"), "year", at => rows[at].EndYear),
            new TextField("status", new("Status", "Status", "Status"), at => rows[at].Status.ToString().ToLowerInvariant()),
            new TextField("boundary", new("Grense", "Grense", "Boundary"), at => boundaries[at].IsOfficial ? "official" : "proxy"),
            new TextField("boundary_source", new("Kilde til grensen", "Kjelde til grensa", "Source of the boundary"), at => boundaries[at].Source),
            new NumberField("area_m2", new("Areal", "Areal", "Area"), "m2", at => boundaries[at].AreaM2),
            new DateField("valid_from", new("Gjelder fra", "Gjeld frå", "Valid from"), at => boundaries[at].ValidFrom),
            new DateField("valid_to", new("Gjelder til", "Gjeld til", "Valid to"), at => boundaries[at].ValidTo),
        ];
        return new(head, dataset.Version, boundaries.Count, fields, [], at => new(boundaries[at].ValidFrom, boundaries[at].ValidTo));
    }
}
