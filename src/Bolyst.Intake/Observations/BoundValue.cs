using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Observations;

/// <summary>An indicator's numbers bound to the fields of a table.</summary>
internal sealed class BoundValue
{
    private readonly ValueDescription description;
    private readonly RowFilter[] where;

    public BoundValue(ValueDescription description, DeliveryIndicator indicator, TableReader table, NumberReader numbers)
    {
        this.description = description;
        Indicator = indicator;
        where = RowFilter.Bind(description.Where, table.Layout);
        var main = description.Count ?? description.Amount ?? description.Mean ?? description.Rate ?? description.Numerator!;
        Main = new BoundNumber(main, table.Layout, numbers);
        Denominator = description.Denominator is { Field: not null } field ? new BoundNumber(field, table.Layout, numbers) : null;
        CountedDenominator = description.Denominator is { Indicator: not null } counted ? counted : null;
        StatusOrdinal = (description.Status ?? table.StatusField) is { } status ? table.Layout.Require(status, description.At) : null;
        StandsOnSeveralRows = Denominator is not null && (main.Where.Count > 0 || description.Denominator!.Where.Count > 0);
    }

    public DeliveryIndicator Indicator { get; }

    /// <summary>The count, the amount, the mean, the rate, or the numerator.</summary>
    public BoundNumber Main { get; }

    /// <summary>The denominator, where the table has it.</summary>
    public BoundNumber? Denominator { get; }

    /// <summary>The denominator, where another indicator counts it.</summary>
    public NumberDescription? CountedDenominator { get; }

    /// <summary>The place of the status mark; null where there is none.</summary>
    public int? StatusOrdinal { get; }

    /// <summary>Numerator and denominator stand on different rows, so cells are put together first.</summary>
    public bool StandsOnSeveralRows { get; }

    /// <summary>The rule that hid suppressed numbers.</summary>
    public string? SuppressionRule => description.SuppressionRule;

    public bool StandsIn(TableReader row) => RowFilter.All(where, row);

    public Cell Make(Part main, Part denominator) => description switch
    {
        { Count: not null } or { Amount: not null } => Cell.Sum(main),
        { Numerator: not null } => Cell.RateOf(main, denominator, Indicator.Scale),
        { Rate: not null, Denominator: not null } => Cell.FromRate(main, denominator, Indicator.Scale),
        _ => Cell.Bare(main),
    };
}
