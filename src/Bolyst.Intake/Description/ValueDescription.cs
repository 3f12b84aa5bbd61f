using Bolyst.Store.Model;

namespace Bolyst.Intake.Description;

/// <summary>
/// Where an indicator's numbers stand. Give count (persons, cases); or numerator and denominator; or rate and denominator, from which the
/// numerator is worked out; or rate alone, which then cannot be moved up to larger zones; or mean; or amount.
/// </summary>
public sealed record ValueDescription : DescriptionBlock
{
    /// <summary>The key of the indicator: one of this delivery, or one loaded before.</summary>
    public required string Indicator { get; init; }

    /// <summary>Which rows hold this indicator; all conditions must hold.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> Where { get; init; } = [];

    /// <summary>A number of persons or cases.</summary>
    public NumberDescription? Count { get; init; }

    /// <summary>The part of the denominator that has the trait.</summary>
    public NumberDescription? Numerator { get; init; }

    /// <summary>Those who could have the trait.</summary>
    public NumberDescription? Denominator { get; init; }

    /// <summary>A share in the indicator's unit: 12.5 for 12.5 percent.</summary>
    public NumberDescription? Rate { get; init; }

    /// <summary>A mean or a median, which cannot be moved up to larger zones.</summary>
    public NumberDescription? Mean { get; init; }

    /// <summary>An amount that can be summed, such as kroner paid.</summary>
    public NumberDescription? Amount { get; init; }

    /// <summary>A field with the status mark, where it does not stand in the number's place.</summary>
    public string? Status { get; init; }

    /// <summary>Which rule hid the numbers that are marked suppressed, such as 'fewer than 3'. It travels with the cell.</summary>
    public string? SuppressionRule { get; init; }

    /// <summary>What the cells hold.</summary>
    [NotAKey]
    public MeasureForm Form => this switch
    {
        { Count: not null } => MeasureForm.Count,
        { Amount: not null } => MeasureForm.Amount,
        { Mean: not null } => MeasureForm.Mean,
        { Denominator: not null } => MeasureForm.Rate,
        _ => MeasureForm.BareRate,
    };

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        var isRate = Numerator is not null || Denominator is not null || Rate is not null;
        var kinds = (Count is null ? 0 : 1) + (Mean is null ? 0 : 1) + (Amount is null ? 0 : 1) + (isRate ? 1 : 0);
        if (kinds != 1)
        {
            yield return new BlockFault(null, "Give one of count, mean, amount; or numerator and denominator; or rate, with or without denominator.");
        }
        else if (isRate && (Numerator is null) == (Rate is null))
        {
            yield return new BlockFault(null, "Give numerator and denominator, or rate with or without denominator. A rate with a denominator gives the numerator.");
        }
        else if (new[] { Count, Mean, Amount, Numerator, Rate }.Any(n => n?.Indicator is not null))
        {
            yield return new BlockFault(null, "Only a denominator is taken from another indicator.");
        }
        else if (Numerator is not null && Denominator is null)
        {
            yield return new BlockFault("numerator", "A numerator needs its denominator. If the number stands alone, it is a count.");
        }
    }
}

/// <summary>A number: from a field of the row, or, for a denominator, the count of another indicator in the same zone. A bare text is the field's name.</summary>
[Shorthand(nameof(Field))]
public sealed record NumberDescription : DescriptionBlock
{
    /// <summary>The field's name.</summary>
    public string? Field { get; init; }

    /// <summary>For a denominator: the key of a counted indicator, such as population, of an earlier table of this delivery or loaded before.</summary>
    public string? Indicator { get; init; }

    /// <summary>With indicator: the period of the count. Default: the row's own.</summary>
    public string? Period { get; init; }

    /// <summary>Which rows hold this number, where a table has a row for each kind of number; all conditions must hold.</summary>
    [OneOrMany]
    public IReadOnlyList<FilterDescription> Where { get; init; } = [];

    /// <summary>Multiply by this: 1000 for a table in thousands, 100 for shares of one. Default 1.</summary>
    public double Times { get; init; } = 1;

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if ((Field is null) == (Indicator is null))
        {
            yield return new BlockFault(null, "Give the field that holds the number; or, for a denominator, the indicator that counts it.");
        }

        if (Indicator is not null && Where.Count > 0)
        {
            yield return new BlockFault("where", "A count of another indicator has no rows of its own here.");
        }

        if (Period is not null && (Indicator is null || !Store.Model.Period.TryParse(Period, out _)))
        {
            yield return new BlockFault("period", "A period stands beside indicator and is written 2024, 2024K3, 2024M05, 2022-2024 or 2024-05-31.");
        }

        if (Times <= 0)
        {
            yield return new BlockFault("times", "Multiply by a number above zero.");
        }
    }
}
