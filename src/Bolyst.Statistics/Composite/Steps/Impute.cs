namespace Bolyst.Statistics.Composite;

/// <summary>Step 2: fills missing values. What has nothing to be filled from stays missing.</summary>
internal static class Impute
{
    public static void Apply(ImputeMethod method, IReadOnlyList<WorkColumn> columns, CompositeData data)
    {
        if (method == ImputeMethod.None)
        {
            return;
        }

        var byGroup = method is ImputeMethod.GroupMean or ImputeMethod.GroupMedian;
        if (byGroup && data.GroupOfZone.Length != data.Zones)
        {
            throw new DefinitionRefusedException(
                "impute", method.ToString(), $"Imputation by group needs a group for each of the {data.Zones} zones.");
        }

        if (method == ImputeMethod.LastPeriod && data.Periods == 1)
        {
            throw new DefinitionRefusedException("impute", "LastPeriod", "Imputation from the last period needs more than one period.");
        }

        foreach (var column in columns)
        {
            var filled = column.Numbers.ToArray();
            for (var period = 0; period < data.Periods; period++)
            {
                Fill(method, filled, column.Numbers, period, data);
            }

            column.Numbers = filled;
        }
    }

    private static void Fill(ImputeMethod method, double[] filled, double[] numbers, int period, CompositeData data)
    {
        var from = period * data.Zones;
        if (method == ImputeMethod.LastPeriod)
        {
            for (var zone = 0; zone < data.Zones && period > 0; zone++)
            {
                // The row before is already filled, so the latest earlier value travels on.
                filled[from + zone] = double.IsNaN(filled[from + zone]) ? filled[from + zone - data.Zones] : filled[from + zone];
            }

            return;
        }

        var groups = method is ImputeMethod.GroupMean or ImputeMethod.GroupMedian ? data.GroupOfZone.ToArray() : new int[data.Zones];
        foreach (var group in groups.Distinct())
        {
            double[] members = [.. Enumerable.Range(0, data.Zones).Where(z => groups[z] == group).Select(z => numbers[from + z])];
            var fill = method is ImputeMethod.Mean or ImputeMethod.GroupMean ? Moments.Of(members).Mean : Moments.Median(members);
            for (var zone = 0; zone < data.Zones; zone++)
            {
                if (groups[zone] == group && double.IsNaN(numbers[from + zone]))
                {
                    filled[from + zone] = fill;
                }
            }
        }
    }
}
