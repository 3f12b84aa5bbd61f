namespace Bolyst.Statistics.Segregation;

/// <summary>
/// Why an index of the same zones differs between two dates: because zones and groups have other sizes (composition), or because people
/// sort themselves otherwise (structure). After Elbers (2021, Sociological Methods and Research): the counts of one date are fitted to
/// the margins of the other, which keeps who-lives-where-relative-to-whom and changes the sizes. The mean of both directions is taken.
/// </summary>
public static class Change
{
    /// <param name="before">The earlier date.</param>
    /// <param name="after">The later date, over the same zones and groups.</param>
    /// <param name="index">Any index of the table.</param>
    /// <exception cref="ArgumentException">The tables are not over the same zones and groups.</exception>
    public static SegregationChange Decompose(PopulationTable before, PopulationTable after, Func<PopulationTable, Measured> index)
    {
        if (before.Groups != after.Groups || !before.Ordinals.SequenceEqual(after.Ordinals))
        {
            throw new ArgumentException("A change is decomposed over zones that are inhabited and known at both dates, and the same groups.", nameof(after));
        }

        var (first, last) = (index(before), index(after));
        if ((first.Reason ?? last.Reason) is { } reason)
        {
            return new(first, last, Measured.None(reason), Measured.None(reason));
        }

        var (oldWithNewSizes, newWithOldSizes) = (index(Fit(before, after)), index(Fit(after, before)));
        var structure = ((last.Value - oldWithNewSizes.Value) + (newWithOldSizes.Value - first.Value)) / 2;
        return new(first, last, last.Value - first.Value - structure, structure);
    }

    /// <summary>Iterative proportional fitting: rows and columns are scaled in turn until both margins are as wanted.</summary>
    private static PopulationTable Fit(PopulationTable structure, PopulationTable sizes)
    {
        double[][] counts = [.. Enumerable.Range(0, structure.Groups).Select(g => structure.Group(g).ToArray())];
        for (var round = 0; round < 1000; round++)
        {
            var worst = 0.0;
            for (var group = 0; group < counts.Length; group++)
            {
                var scale = sizes.GroupTotals[group] / Sum.Of(counts[group]);
                worst = Math.Max(worst, Math.Abs(scale - 1));
                Scale(counts[group], scale);
            }

            for (var zone = 0; zone < structure.Zones; zone++)
            {
                var scale = sizes.Totals[zone] / counts.Sum(g => g[zone]);
                foreach (var group in counts)
                {
                    group[zone] *= scale;
                }
            }

            if (worst < 1e-12)
            {
                break;
            }
        }

        return PopulationTable.OfCounts(counts);
    }

    private static void Scale(double[] counts, double scale)
    {
        for (var zone = 0; zone < counts.Length; zone++)
        {
            counts[zone] *= scale;
        }
    }
}

/// <summary>A change of an index and its two parts.</summary>
/// <param name="Before">The index at the earlier date.</param>
/// <param name="After">The index at the later date.</param>
/// <param name="Composition">The part due to other sizes of zones and groups.</param>
/// <param name="Structure">The part due to other sorting. The two parts sum to the change.</param>
public sealed record SegregationChange(Measured Before, Measured After, Measured Composition, Measured Structure);
