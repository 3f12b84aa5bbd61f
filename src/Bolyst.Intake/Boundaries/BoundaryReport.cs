namespace Bolyst.Intake.Boundaries;

/// <summary>What happened to the outlines of one zone set on the way in. Findings gather; a fault among them refuses the delivery.</summary>
public sealed class BoundaryReport(string zoneSet)
{
    private readonly List<BoundaryFinding> findings = [];

    /// <summary>Key of the zone set.</summary>
    public string ZoneSet { get; } = zoneSet;

    /// <summary>Features that the files hold, those without geometry included.</summary>
    public int FeaturesInFiles { get; set; }

    /// <summary>Features left after the filter and the skipped geometry types.</summary>
    public int FeaturesKept { get; set; }

    /// <summary>Zones that came of them.</summary>
    public int Zones { get; set; }

    /// <summary>All findings, in the order they were made.</summary>
    public IReadOnlyList<BoundaryFinding> Findings => findings;

    /// <summary>The findings that refuse the delivery.</summary>
    public IEnumerable<BoundaryFinding> Faults => findings.Where(finding => finding.Severity == FindingSeverity.Fault);

    /// <summary>Adds a finding.</summary>
    public void Add(BoundaryFinding finding) => findings.Add(finding);

    /// <summary>Adds a fault where nothing is left and nothing else says why.</summary>
    internal void DemandAny(IReadOnlyList<DeliveredOutline> outlines, OutlineFilesDescription description)
    {
        if (outlines.Count == 0 && !Faults.Any())
        {
            Add(new BoundaryFinding(
                FindingKind.NothingLeft,
                FindingSeverity.Fault,
                $"None of the {FeaturesInFiles} features in {string.Join(", ", description.Files)} is left: look at where and skipGeometryTypes."));
        }
    }

    /// <summary>The findings of one kind.</summary>
    public IEnumerable<BoundaryFinding> Of(FindingKind kind) => findings.Where(finding => finding.Kind == kind);
}

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>For the record.</summary>
    Note,

    /// <summary>Someone should look at it; the delivery goes on.</summary>
    Warning,

    /// <summary>The delivery is refused.</summary>
    Fault,
}

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>A file that could not be read.</summary>
    Unreadable,

    /// <summary>No feature is left to make a zone of.</summary>
    NothingLeft,

    /// <summary>Features passed over: not kept by the filter.</summary>
    FilteredOut,

    /// <summary>Features passed over: their geometry type is one to skip.</summary>
    SkippedGeometryType,

    /// <summary>A geometry type that is no area.</summary>
    NotAnArea,

    /// <summary>Null, empty or collapsed geometry.</summary>
    NoArea,

    /// <summary>Features that stand in the file but did not come out of GDAL.</summary>
    DroppedByReader,

    /// <summary>A feature without a code.</summary>
    NoCode,

    /// <summary>One code on several features.</summary>
    DuplicateCode,

    /// <summary>One code, several names.</summary>
    NameConflict,

    /// <summary>Invalid outline, repaired.</summary>
    Repaired,

    /// <summary>Invalid outline in the coordinates of the file, valid in those that are stored.</summary>
    InvalidOnlyInFile,

    /// <summary>Invalid outline that can be read in more than one way.</summary>
    Ambiguous,

    /// <summary>Coordinates that cannot be what the coordinate reference system says.</summary>
    ImpossibleCoordinates,

    /// <summary>A code replaced as the description says.</summary>
    CodeChanged,

    /// <summary>A membership table names a member that is not there.</summary>
    UnknownMember,

    /// <summary>A member of more than one zone.</summary>
    MemberInTwoZones,

    /// <summary>An area that no zone took.</summary>
    UnusedPart,

    /// <summary>A gap between members of one zone, closed.</summary>
    GapClosed,

    /// <summary>A zone's area is not the sum of its parts: parts overlap, or gaps were closed.</summary>
    AreaDiffers,

    /// <summary>Two zones overlap.</summary>
    Overlap,

    /// <summary>An area inside the zone set that no zone covers.</summary>
    Gap,

    /// <summary>A zone of several parts.</summary>
    Multipart,

    /// <summary>A part so small that it is likely left over from a cut.</summary>
    TinyPart,

    /// <summary>A zone without a parent where one was expected.</summary>
    NoParent,

    /// <summary>A table gives one zone several parents.</summary>
    TwoParents,
}

/// <summary>One thing found, with the codes it concerns.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">What happened, where, and what to do, in English.</param>
public sealed record BoundaryFinding(FindingKind Kind, FindingSeverity Severity, string Message)
{
    /// <summary>Codes of the zones concerned.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The file, as the description names it; null where no one file is concerned.</summary>
    public string? File { get; init; }

    /// <summary>Places of the features in the file, from 1; lines for a table.</summary>
    public IReadOnlyList<int> Features { get; init; } = [];

    /// <summary>The area concerned, in square metres: of the overlap, the gap, the change. Null where no area is concerned.</summary>
    public double? Area { get; init; }
}
