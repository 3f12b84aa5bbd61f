using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Intake.Boundaries;

/// <summary>Makes zones of features: one each, or several features with one code where the description says so.</summary>
internal static class ZonesByCode
{
    public static IReadOnlyList<ZoneRow> Make(IReadOnlyList<DeliveredOutline> outlines, BoundaryDescription description, BoundaryReport report)
    {
        report.DemandAny(outlines, description);
        return [.. outlines.GroupBy(outline => outline.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Zone([.. group], description, report))];
    }

    private static ZoneRow Zone(DeliveredOutline[] features, BoundaryDescription description, BoundaryReport report)
    {
        var first = features[0];
        var name = first.Name ?? first.Code;
        if (features.Length == 1)
        {
            return new ZoneRow(first.Code, name, first.Outline);
        }

        var places = string.Join(", ", features.Select(feature => $"{feature.File} feature {feature.Number}"));
        if (!description.DissolveByCode)
        {
            report.Add(new BoundaryFinding(
                FindingKind.DuplicateCode,
                FindingSeverity.Fault,
                $"The code {first.Code} stands on {features.Length} features: {places}. Say dissolveByCode: true if they are parts of one zone, or leave some out with where.")
            {
                Codes = [first.Code],
                Features = [.. features.Select(feature => feature.Number)],
            });
            return new ZoneRow(first.Code, name, first.Outline);
        }

        var names = features.Select(feature => feature.Name ?? feature.Code).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length > 1)
        {
            report.Add(new BoundaryFinding(
                FindingKind.NameConflict,
                FindingSeverity.Warning,
                $"The features of {first.Code} have several names: {string.Join(", ", names)}. The first one is kept. ({places})")
            {
                Codes = [first.Code],
            });
        }

        var parts = features.Select(feature => feature.Outline).OfType<Geometry>().ToArray();
        return new ZoneRow(first.Code, name, parts.Length == 0 ? null : OutlineUnion.Of(parts), features.Length);
    }
}
