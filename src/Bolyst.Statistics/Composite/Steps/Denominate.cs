namespace Bolyst.Statistics.Composite;

/// <summary>Step 1: the numbers of an indicator, divided by another count where the definition says so.</summary>
internal static class Denominate
{
    public static WorkColumn Apply(CompositeIndicator indicator, CompositeData data, Scratch? scratch = null)
    {
        var source = data.Find(indicator.Indicator, "indicators");
        var column = new WorkColumn(source.Key, Numbers(source, scratch), row => source[row].Reason);
        if (indicator.Denominator is { } key)
        {
            var denominator = data.Find(key, "denominate");
            var numbers = column.Numbers;
            for (var row = 0; row < numbers.Length; row++)
            {
                if (double.IsNaN(numbers[row]))
                {
                    continue;
                }

                var under = denominator[row];
                if (!under.HasValue)
                {
                    column.Lose(row, under.Reason!);
                }
                else if (under.Value == 0)
                {
                    column.Lose(row, new(ReasonCode.ZeroDenominator, source.Key, $"{key}, the denominator of {source.Key}, is zero"));
                }
                else
                {
                    numbers[row] /= under.Value;
                }
            }
        }

        column.Original = column.Numbers;
        return column;
    }

    private static double[] Numbers(IndicatorColumn source, Scratch? scratch)
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
