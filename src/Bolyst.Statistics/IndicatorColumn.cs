namespace Bolyst.Statistics;

/// <summary>
/// One indicator over the zones of a zone set in one period: a view of arrays aligned by zone ordinal, never a copy.
/// NaN in an array means that the number is absent; the status says why.
/// </summary>
public sealed class IndicatorColumn
{
    /// <param name="key">The indicator's key.</param>
    /// <param name="polarity">How the indicator is read.</param>
    /// <param name="values">The values in the indicator's unit.</param>
    /// <param name="status">One status per value.</param>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public IndicatorColumn(string key, Polarity polarity, ReadOnlyMemory<double> values, ReadOnlyMemory<ObservationStatus> status)
    {
        if (values.Length != status.Length)
        {
            throw new ArgumentException($"Column '{key}' has {values.Length} values and {status.Length} statuses.", nameof(status));
        }

        Key = key;
        Polarity = polarity;
        Values = values;
        Status = status;
    }

    /// <summary>The indicator's key.</summary>
    public string Key { get; }

    /// <summary>How the indicator is read.</summary>
    public Polarity Polarity { get; }

    /// <summary>Whether the indicator concerns immigrant background: shown as context, refused in a score.</summary>
    public bool Ethnicity { get; init; }

    /// <summary>The values in the indicator's unit, by zone ordinal; NaN where absent.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>One status per zone ordinal.</summary>
    public ReadOnlyMemory<ObservationStatus> Status { get; }

    /// <summary>The numerators (counts) of a rate, by zone ordinal; empty when the indicator is a bare rate.</summary>
    public ReadOnlyMemory<double> Numerators { get; init; }

    /// <summary>The denominators (counts) of a rate, by zone ordinal; empty when the indicator is a bare rate.</summary>
    public ReadOnlyMemory<double> Denominators { get; init; }

    /// <summary>
    /// How unsure each value is, as a standard error in the indicator's unit, for surveys; empty when the counts say it or nothing does.
    /// </summary>
    public ReadOnlyMemory<double> StandardErrors { get; init; }

    /// <summary>The values with NaN for every status without a number, in an array that may be written over; null for a column of others.</summary>
    internal double[]? OwnedNumbers { get; init; }

    /// <summary>Whether the values are the numerators themselves, which the user of the column divides.</summary>
    internal bool CountsAsValues { get; init; }

    /// <summary>What a quotient of the counts is multiplied by to reach the indicator's unit: 100 for percent, 1 by default.</summary>
    public double UnitScale { get; init; } = 1;

    /// <summary>The number of zones.</summary>
    public int Count => Values.Length;

    /// <summary>A column of plain numbers, where NaN means not delivered.</summary>
    public static IndicatorColumn FromNumbers(string key, Polarity polarity, ReadOnlyMemory<double> values)
    {
        var status = new ObservationStatus[values.Length];
        for (var zone = 0; zone < status.Length; zone++)
        {
            status[zone] = double.IsNaN(values.Span[zone]) ? ObservationStatus.NotDelivered : ObservationStatus.Value;
        }

        return new(key, polarity, values, status);
    }

    /// <summary>The number of a zone, or the reason why there is none.</summary>
    public Measured this[int zone]
    {
        get
        {
            var status = Status.Span[zone];
            var number = ObservationStatuses.Number(Values.Span[zone], status);
            return double.IsFinite(number)
                ? Measured.Of(number)
                : Measured.None(Reason.InputMissing(Key, status.CarriesNumber() ? ObservationStatus.NotDelivered : status));
        }
    }

    /// <summary>Every zone's number, or the reason why there is none.</summary>
    public Measured[] ToMeasured()
    {
        var measured = new Measured[Count];
        for (var zone = 0; zone < measured.Length; zone++)
        {
            measured[zone] = this[zone];
        }

        return measured;
    }
}
