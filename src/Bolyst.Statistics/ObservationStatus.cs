namespace Bolyst.Statistics;

/// <summary>
/// What stands in a cell: a number, or the reason why there is none. Never a bare null.
/// The first nine follow SSB's standardtegn; the numeric values are stored and sent, so they never change.
/// </summary>
public enum ObservationStatus : byte
{
    /// <summary>A published number.</summary>
    Value = 0,

    /// <summary>A number that rounds to zero: less than half of the unit shown (SSB: <c>0</c>, <c>0,0</c>). Counts as zero.</summary>
    BelowHalfUnit = 1,

    /// <summary>Should exist, was not delivered (SSB: <c>..</c>).</summary>
    NotDelivered = 2,

    /// <summary>Cannot exist: the category makes no sense here (SSB: <c>.</c>).</summary>
    NotApplicable = 3,

    /// <summary>Will come later (SSB: <c>…</c>).</summary>
    NotYetAvailable = 4,

    /// <summary>Hidden to protect persons (SSB: <c>:</c>). The rule that hid it travels with the cell.</summary>
    Suppressed = 5,

    /// <summary>Hidden because too few people live in the zone for the number to mean anything.</summary>
    BelowPopulationLimit = 6,

    /// <summary>A number that cannot be compared with earlier periods (SSB: <c>|</c>, <c>—</c>).</summary>
    BreakInSeries = 7,

    /// <summary>A number put in by a named method, not observed.</summary>
    Imputed = 8,
}
