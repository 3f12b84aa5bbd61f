namespace Bolyst.Intake.Reports;

/// <summary>A count summed from finer zones.</summary>
/// <param name="Indicator">The key of the indicator.</param>
/// <param name="From">The finer zone set.</param>
/// <param name="To">The zone set summed to.</param>
public sealed record AggregateReport(string Indicator, string From, string To)
{
    /// <summary>Cells written.</summary>
    public long Cells { get; set; }

    /// <summary>Parts without a number, over all periods and breakdowns.</summary>
    public long PartsWithoutNumber { get; set; }

    /// <summary>Zones that have such a part in some period.</summary>
    public CodeList ZonesWithSuchParts { get; } = new();
}
