namespace Bolyst.Statistics.Composite;

/// <summary>Step 1: the numbers of an indicator, divided by another count where the definition says so.</summary>
internal static class Denominate
{
    public static WorkColumn Apply(CompositeIndicator indicator, CompositeData data, Scratch? scratch = null)
    {
        var source = data.Find(indicator.Indicator, "indicators");
        var column = new WorkColumn(source.Key, source.OwnedNumbers ?? Numbers(source, scratch), row => source[row].Reason);
        var denominator = indicator.Denominator is { } key ? data.Find(key, "denominate") : null;
        for (var row = 0; denominator is not null && row < column.Numbers.Length; row++)
        {
            var value = At(source, denominator, row);
            column.Numbers[row] = value.OrNaN;
            if (value.Reason is { } reason)
            {
                column.Lose(row, reason);
            }
        }

        return column;
    }

    /// <summary>The value of one row, divided where the definition says so.</summary>
    public static Measured At(IndicatorColumn source, IndicatorColumn? denominator, int row)
    {
        var value = source[row];
        if (denominator is null || !value.HasValue)
        {
            return value;
        }

        var under = denominator[row];
        return under switch
        {
            { HasValue: false } => under,
            { Value: 0 } => Measured.None(
                ReasonCode.ZeroDenominator, source.Key, $"{denominator.Key}, the denominator of {source.Key}, is zero"),
            _ => value.Value / under.Value,
        };
    }

    /// <summary>The numbers of a column, NaN where its status carries none.</summary>
    /// <param name="source">The column.</param>
    /// <param name="scratch">Where to take the array from; null for a new one.</param>
    public static double[] Numbers(IndicatorColumn source, Scratch? scratch)
    {
        var values = source.Values.Span;
        var status = source.Status.Span;
        var numbers = scratch?.Take("numbers", source.Key, values.Length) ?? GC.AllocateUninitializedArray<double>(values.Length);
        for (var row = 0; row < numbers.Length; row++)
        {
            // Nearly every cell is a plain value.
            var number = status[row] == ObservationStatus.Value ? values[row] : ObservationStatuses.Number(values[row], status[row]);
            numbers[row] = double.IsFinite(number) ? number : double.NaN;
        }

        return numbers;
    }
}
