using Bolyst.Statistics.Comparison;

namespace Bolyst.Statistics.Classification;

/// <summary>
/// Classes of as equal a number of zones as ties allow: the quintile that a zone's rank has everywhere else in Bolyst. Equal numbers share
/// their mean rank, and a class that they leave empty is not made.
/// </summary>
internal static class QuantileBreaks
{
    /// <summary>Where the second class and those after it start among the distinct numbers.</summary>
    public static int[] Starts(DistinctNumbers distinct, int classes)
    {
        var starts = new List<int>();
        var (before, previous) = (0, 1);
        for (var i = 0; i < distinct.Values.Length; i++)
        {
            var rank = before + ((distinct.Counts[i] + 1) / 2.0);
            var place = QuantileClass.Of(rank, distinct.Total, classes, QuantileRule.Ceiling);
            if (i > 0 && place > previous)
                starts.Add(i);
            (before, previous) = (before + distinct.Counts[i], place);
        }

        return [.. starts];
    }
}
