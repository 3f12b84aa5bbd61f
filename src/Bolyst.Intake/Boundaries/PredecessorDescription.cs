using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries;

/// <summary>A table that says what the zones of an earlier zone set became: a row for each pair of an earlier zone and one of this set.</summary>
public sealed record PredecessorDescription : TabularFileDescription
{
    /// <summary>The key of the earlier zone set.</summary>
    public required string ZoneSet { get; init; }

    /// <summary>The first day on which this set's zones held.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The code in this zone set.</summary>
    public required FieldDescription Code { get; init; }

    /// <summary>The code in the earlier zone set.</summary>
    public required FieldDescription Predecessor { get; init; }

    /// <summary>Of the earlier zone's residents, the share that went to this one, 0 to 1. Absent: not known.</summary>
    public FieldDescription? Share { get; init; }

    /// <summary>The decimal mark of the share. Default point.</summary>
    [Key("decimal")]
    public DecimalMark DecimalMark { get; init; }
}
