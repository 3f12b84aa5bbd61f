using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Intake.Boundaries;

/// <summary>Reads outlines from the files that a description names.</summary>
public sealed class BoundaryReader(GdalSettings settings, IntakeLimits limits)
{
    private readonly BoundaryFileReader files = new(settings, limits);

    /// <summary>Reads all files and makes zones of their features.</summary>
    /// <param name="description">The files and what their fields mean.</param>
    /// <param name="codeChanges">Codes to read as others; null for none.</param>
    /// <param name="report">Takes the findings. Where it has faults afterwards, the zones are not whole and the delivery is to be refused.</param>
    /// <param name="ct">Ends the reading, GDAL's programs included.</param>
    /// <returns>The zones in the order of their codes, outlines valid and in EPSG:25833.</returns>
    /// <exception cref="Description.DescriptionException">A field that the description names is not in a file.</exception>
    public async Task<IReadOnlyList<ZoneRow>> ReadAsync(
        BoundaryDescription description, IReadOnlyDictionary<string, string>? codeChanges, BoundaryReport report, CancellationToken ct)
    {
        var outlines = await SiftAsync(description, codeChanges, report, ct);
        var zones = ZonesByCode.Make(outlines, description, report);
        report.Zones = zones.Count;
        return zones;
    }

    /// <summary>Reads all files and makes a surface of each feature; one without an area is left out and reported.</summary>
    /// <param name="description">The files and what their fields mean.</param>
    /// <param name="report">Takes the findings. Where it has faults afterwards, the surfaces are not whole and the delivery is to be refused.</param>
    /// <param name="ct">Ends the reading, GDAL's programs included.</param>
    /// <returns>The surfaces in the order of the files, outlines valid and in EPSG:25833.</returns>
    /// <exception cref="Description.DescriptionException">A field that the description names is not in a file.</exception>
    public async Task<IReadOnlyList<WaterSurface>> ReadWaterAsync(Description.WaterDescription description, BoundaryReport report, CancellationToken ct)
    {
        var outlines = await SiftAsync(description, codeChanges: null, report, ct);
        report.DemandAny(outlines, description);
        return [.. outlines.Select(outline => new WaterSurface(outline.Name, outline.Outline!))];
    }

    private async Task<IReadOnlyList<DeliveredOutline>> SiftAsync(
        OutlineFilesDescription description, IReadOnlyDictionary<string, string>? codeChanges, BoundaryReport report, CancellationToken ct)
    {
        var outlines = new List<DeliveredOutline>();
        foreach (var file in description.Files)
        {
            try
            {
                var layer = await files.ReadAsync(file, description, ct);
                outlines.AddRange(new FeatureSieve(file.Name, description, codeChanges, report).Sift(layer));
            }
            catch (GdalException exception)
            {
                report.Add(Unreadable(file.Name, $"{file.Name}: {exception.Message}"));
            }
            catch (DeliveryFileException exception)
            {
                report.Add(Unreadable(file.Name, exception.Message));
            }
        }

        return outlines;
    }

    private static BoundaryFinding Unreadable(string file, string message) => new(FindingKind.Unreadable, FindingSeverity.Fault, message) { File = file };
}

/// <summary>A feature that counts, on its way to becoming a zone or a surface of water.</summary>
/// <param name="File">The file as the description names it.</param>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Code">Its code; for what has none, its place in the file.</param>
/// <param name="Name">Its name; null where it has none.</param>
/// <param name="Outline">Its outline, valid; null where it has no area.</param>
internal sealed record DeliveredOutline(string File, int Number, string Code, string? Name, Geometry? Outline);
