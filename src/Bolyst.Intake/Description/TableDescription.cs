using Bolyst.Statistics;

namespace Bolyst.Intake.Description;

/// <summary>A table of observations: how it is written, what its columns mean, and which indicators it holds.</summary>
public sealed record TableDescription : TabularFileDescription
{
    /// <summary>The key of the zone set that the codes belong to: one of this delivery, or one loaded before.</summary>
    public required string ZoneSet { get; init; }

    /// <summary>The zone's code. JSON-stat: default the dimension with the role geo.</summary>
    public FieldDescription? Zone { get; init; }

    /// <summary>The period: 2024, 2024K3 (quarter), 2024M05, 2022-2024 or a date. JSON-stat: default the dimension with the role time.</summary>
    public FieldDescription? Period { get; init; }

    /// <summary>The supplier has recalculated other years to these zones, so that periods outside the zone set's validity are right. Default false: such periods are refused.</summary>
    public bool Recalculated { get; init; }

    /// <summary>Further dimensions, such as sex or age, that are kept apart.</summary>
    public IReadOnlyList<BreakdownDescription> Breakdown { get; init; } = [];

    /// <summary>Which rows to read; all conditions must hold.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> Where { get; init; } = [];

    /// <summary>Rows to leave out, such as subtotals: a row is left out where any of the conditions holds.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> LeaveOut { get; init; } = [];

    /// <summary>The indicators and the fields that hold them.</summary>
    [OneOrMany]
    public required IReadOnlyList<ValueDescription> Values { get; init; }

    /// <summary>Marks that stand in place of a number and what they mean. They add to, or replace, SSB's standardtegn.</summary>
    public IReadOnlyDictionary<string, ObservationStatus> Markers { get; init; } = new Dictionary<string, ObservationStatus>(StringComparer.Ordinal);

    /// <summary>The decimal mark of numbers in text. Default point.</summary>
    [Key("decimal")]
    public DecimalMark DecimalMark { get; init; }

    /// <summary>The sign between groups of three digits. Default none; space takes every kind of space.</summary>
    public ThousandsMark Thousands { get; init; }

    /// <summary>What to do with rows whose code is in no zone of the zone set.</summary>
    public UnknownZones UnknownZones { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        foreach (var fault in base.Check())
        {
            yield return fault;
        }

        if (Values.Count == 0)
        {
            yield return new BlockFault("values", "Name at least one indicator.");
        }

        if (DecimalMark == DecimalMark.Comma && Thousands == ThousandsMark.Comma || DecimalMark == DecimalMark.Point && Thousands == ThousandsMark.Point)
        {
            yield return new BlockFault("thousands", "The thousands mark and the decimal mark are the same.");
        }
    }
}

/// <summary>The decimal mark.</summary>
public enum DecimalMark
{
    /// <summary>12.5</summary>
    Point,

    /// <summary>12,5</summary>
    Comma,
}

/// <summary>The sign between groups of three digits.</summary>
public enum ThousandsMark
{
    /// <summary>12500</summary>
    None,

    /// <summary>12 500, with an ordinary, hard or narrow space.</summary>
    Space,

    /// <summary>12,500</summary>
    Comma,

    /// <summary>12.500</summary>
    Point,

    /// <summary>12'500</summary>
    Apostrophe,
}

/// <summary>What to do with rows whose code is in no zone.</summary>
public enum UnknownZones
{
    /// <summary>Leave the rows out and name their codes in the report. A table in which no code matches is refused all the same.</summary>
    Report,

    /// <summary>Refuse the delivery.</summary>
    Refuse,
}

/// <summary>A further dimension of a table.</summary>
public sealed record BreakdownDescription : DescriptionBlock
{
    /// <summary>The dimension's name in Bolyst, such as sex or age.</summary>
    public required string Name { get; init; }

    /// <summary>The category's code.</summary>
    public required FieldDescription Category { get; init; }

    /// <summary>The category that stands for all: rows with it are the total and carry no breakdown.</summary>
    public string? Total { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check() => Keys.Check(Name).Select(f => f with { Key = "name" });
}
