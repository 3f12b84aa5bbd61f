using System.Globalization;

namespace Bolyst.Intake.Boundaries;

/// <summary>Gathers features of one file that met the same fate, so that the report has one finding with all their codes.</summary>
internal sealed class FindingTally(string file, BoundaryReport report)
{
    private readonly Dictionary<FindingKind, (FindingSeverity Severity, List<string> Codes, List<int> Features)> gathered = [];

    public void Add(FindingKind kind, FindingSeverity severity, string? code, int feature)
    {
        if (!gathered.TryGetValue(kind, out var entry))
        {
            gathered[kind] = entry = (severity, [], []);
        }

        entry.Features.Add(feature);
        if (code is not null)
        {
            entry.Codes.Add(code);
        }
    }

    /// <summary>Writes the findings to the report.</summary>
    public void Close()
    {
        foreach (var (kind, (severity, codes, features)) in gathered)
        {
            var which = codes.Count > 0 ? $"codes {Some(codes)}" : $"features {Some(features.Select(number => number.ToString(CultureInfo.InvariantCulture)))}";
            report.Add(new BoundaryFinding(kind, severity, $"{file}: {features.Count} {Text(kind, severity)} ({which}).")
            {
                Codes = codes,
                File = file,
                Features = features,
            });
        }

        gathered.Clear();
    }

    private static string Text(FindingKind kind, FindingSeverity severity) => kind switch
    {
        FindingKind.FilteredOut => "features passed over, for the filter does not keep them",
        FindingKind.SkippedGeometryType => "features passed over, for their geometry type is one to skip",
        FindingKind.DroppedByReader => "features without geometry, which GDAL passes over in silence, put back",
        FindingKind.InvalidOnlyInFile => "outlines are invalid in the file's coordinates and valid in EPSG:25833, where rounding parts the lines; nothing to repair",
        FindingKind.NotAnArea => "features are no areas. Leave their types out with skipGeometryTypes",
        FindingKind.NoCode => "features have no code",
        FindingKind.CodeChanged => "codes read as others, as codeChanges says",
        FindingKind.ImpossibleCoordinates =>
            "features lie outside Europe, where EPSG:25833 is defined: the reference system is another one, or longitude and latitude have changed places",
        FindingKind.NoArea when severity == FindingSeverity.Fault =>
            "features have no area: null, empty or collapsed geometry. Mend the file, or go on without them with onNullGeometry: skip (no zone) or keep (zone without outline)",
        FindingKind.NoArea => "features have no area: null, empty or collapsed geometry",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind is not gathered by feature."),
    };

    private static string Some(IEnumerable<string> texts)
    {
        var first = texts.Take(11).ToArray();
        return first.Length > 10 ? string.Join(", ", first[..10]) + ", …" : string.Join(", ", first);
    }
}
