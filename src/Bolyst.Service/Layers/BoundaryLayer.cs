using Bolyst.Service.Reading;

namespace Bolyst.Service.Layers;

/// <summary>The boundaries of all områdesatsingar as one layer. They are not aligned with zones.</summary>
internal static class BoundaryLayer
{
    /// <summary>Id of the layer. An underscore, so that it is no key of a zone set.</summary>
    public const string Id = "omradesatsing_grenser";

    public static async Task<Layer> ReadAsync(Dataset dataset, CancellationToken cancellation)
    {
        var extent = await dataset.Store.Features.ExtentAsync(zoneSet: null, dataset.Version, cancellation);
        var boundaries = await dataset.Store.Features.ListBoundariesAsync(dataset.Version, cancellation);
        var satsinger = (await dataset.Store.Catalogue.ListOmradesatsingerAsync(dataset.Version, cancellation)).ToDictionary(satsing => satsing.Row.Key, StringComparer.Ordinal);
        var rows = boundaries.Select(boundary => satsinger[boundary.Key].Row).ToArray();
        var from = boundaries.Count == 0 ? (DateOnly?)null : boundaries.Min(boundary => boundary.ValidFrom);
        var to = boundaries.Any(boundary => boundary.ValidTo is null) ? null : boundaries.Max(boundary => boundary.ValidTo);
        var head = new LayerHead(
            Id,
            Set: null,
            new("Områdesatsinger", "Områdesatsingar", "Area programmes"),
            "Boundaries of områdesatsingar as delivered, official or proxy; not aligned with zones.",
            new(from, to),
            extent);
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
