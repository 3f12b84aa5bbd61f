using System.Globalization;
using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Fields;
using NetTopologySuite.Geometries;

namespace Bolyst.Intake.Boundaries;

/// <summary>Takes the features that count out of one file's layer: filter, geometry type, code, area, validity. All that falls is reported.</summary>
internal sealed class FeatureSieve(string file, OutlineFilesDescription description, IReadOnlyDictionary<string, string>? codeChanges, BoundaryReport report)
{
    /// <summary>An outline of less area than this, in square metres, is a line: less than the rounding of its coordinates.</summary>
    private const double SmallestArea = 0.01;

    private readonly FindingTally tally = new(file, report);

    public IReadOnlyList<DeliveredOutline> Sift(DeliveredLayer layer)
    {
        var layout = new FieldLayout(file, layer.Columns);
        var codes = description.CodeField is null ? null : new FieldExtractor(description.CodeField, layout, codeChanges);
        var plainCodes = description.CodeField is null ? null : new FieldExtractor(description.CodeField, layout);
        var names = description.Name is null ? null : new FieldExtractor(description.Name, layout);
        var filters = RowFilter.Bind(description.Where, layout);
        var kept = new List<DeliveredOutline>();
        foreach (var feature in layer.Features)
        {
            var row = new TextRow(feature.Fields);
            var code = codes is null ? feature.Number.ToString(CultureInfo.InvariantCulture) : codes.Extract(row);
            if (layer.PutBack.Contains(feature))
            {
                tally.Add(FindingKind.DroppedByReader, FindingSeverity.Note, code, feature.Number);
            }

            if (!RowFilter.All(filters, row))
            {
                tally.Add(FindingKind.FilteredOut, FindingSeverity.Note, code, feature.Number);
                continue;
            }

            if (feature.Geometry is { } geometry && IsSkippedType(geometry))
            {
                tally.Add(FindingKind.SkippedGeometryType, FindingSeverity.Note, code, feature.Number);
                continue;
            }

            if (code is null)
            {
                tally.Add(FindingKind.NoCode, FindingSeverity.Fault, null, feature.Number);
                continue;
            }

            if (plainCodes?.Extract(row) is { } plain && plain != code)
            {
                tally.Add(FindingKind.CodeChanged, FindingSeverity.Note, plain, feature.Number);
            }

            if (TryOutline(feature, code, out var outline))
            {
                kept.Add(new DeliveredOutline(file, feature.Number, code, names?.Extract(row), outline));
            }
        }

        report.FeaturesInFiles += layer.Features.Count;
        report.FeaturesKept += kept.Count;
        tally.Close();
        return kept;
    }

    private bool IsSkippedType(Geometry geometry) => description.SkipGeometryTypes.Contains(geometry.GeometryType, StringComparer.OrdinalIgnoreCase);

    private bool TryOutline(GdalFeature feature, string code, out Geometry? outline)
    {
        outline = null;
        if (feature.Geometry is not { IsEmpty: false } geometry)
        {
            return NoArea(feature, code);
        }

        if (!IsArea(geometry))
        {
            tally.Add(FindingKind.NotAnArea, FindingSeverity.Fault, code, feature.Number);
            return false;
        }

        if (!CoordinateCheck.CanBeStored(geometry))
        {
            tally.Add(FindingKind.ImpossibleCoordinates, FindingSeverity.Fault, code, feature.Number);
            return false;
        }

        var examined = OutlineRepair.Examine(StoredGeometry.Polygons(geometry));
        if (examined.Outline.Area < SmallestArea)
        {
            return NoArea(feature, code);
        }

        Report(examined, feature, code);
        outline = examined.Outline;
        return true;
    }

    private bool IsArea(Geometry geometry) => geometry switch
    {
        Polygon or MultiPolygon => true,
        // A collection counts when its polygons are all there is, but for the types that are to be passed over.
        GeometryCollection collection => collection.Geometries.All(part => IsSkippedType(part) || IsArea(part)),
        _ => false,
    };

    private bool NoArea(GdalFeature feature, string code)
    {
        tally.Add(FindingKind.NoArea, description.Empty == NullGeometry.Refuse ? FindingSeverity.Fault : FindingSeverity.Warning, code, feature.Number);
        return description.Empty == NullGeometry.Keep;
    }

    private void Report(RepairedOutline examined, GdalFeature feature, string code)
    {
        if (examined.Fault is null)
        {
            if (feature.WasInvalid)
            {
                tally.Add(FindingKind.InvalidOnlyInFile, FindingSeverity.Note, code, feature.Number);
            }

            return;
        }

        var area = examined.Outline.Area;
        var refused = examined.Doubtful > area * description.RepairDoubt;
        var what = refused
            ? FormattableString.Invariant($"is not repaired: {examined.Doubtful:0.###} m² of {area:0} could be inside or outside. Mend it at its source, or accept more with repairDoubt")
            : FormattableString.Invariant($"was repaired: its area changed by {examined.AreaChange:0.###;-0.###;0} m² of {area:0}, and {examined.Doubtful:0.###} m² could be inside or outside");
        report.Add(new BoundaryFinding(
            refused ? FindingKind.Ambiguous : FindingKind.Repaired,
            refused ? FindingSeverity.Fault : FindingSeverity.Warning,
            $"{file}, feature {feature.Number}: the outline of {code} is invalid ({examined.Fault}) and {what}.")
        {
            Codes = [code],
            File = file,
            Features = [feature.Number],
            Area = refused ? examined.Doubtful : examined.AreaChange,
        });
    }
}
