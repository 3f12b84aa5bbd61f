namespace Bolyst.Intake.Observations;

/// <summary>A zone that rows of a table may name.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Id">Its id in the store; -1 for a code that is in no zone.</param>
internal sealed record TableZone(string Code, int Id)
{
    /// <summary>Whether the code is in the zone set.</summary>
    public bool IsKnown => Id >= 0;

    /// <summary>Whether the table has a cell for the zone.</summary>
    public bool HasCells { get; set; }
}
