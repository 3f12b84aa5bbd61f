using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Statistics.Comparison;

namespace Bolyst.Service.Comparisons;

/// <summary>Writes how an indicator is spread over zones.</summary>
internal static class DistributionAnswers
{
    /// <summary>Most limits in a request.</summary>
    public const int MaxLimits = 20;

    public static V1.SummarizeDistributionResponse Write(ReadColumn column, V1.SummarizeDistributionRequest request, long version)
    {
        var distribution = Distribution.Of(column.Numbers);
        return new()
        {
            Selection = column.Selection,
            Unit = column.Head.Unit,
            ZonesWithValue = distribution.Present,
            Missing = { Missing(column) },
            Total = distribution.Total.ToMessage(),
            Mean = distribution.Mean.ToMessage(),
            StandardDeviation = distribution.StandardDeviation.ToMessage(),
            PercentPoints = { distribution.PercentPoints },
            Limits = { request.Limits.Select(limit => Count(column, limit, request.IncludeCodes)) },
            DatasetVersion = version,
        };
    }

    private static IEnumerable<V1.MissingCount> Missing(ReadColumn column) => Enumerable.Range(0, column.Zones.Count)
        .Select(zone => column.Numbers[zone].Reason?.Status)
        .OfType<Statistics.ObservationStatus>()
        .GroupBy(status => status)
        .OrderBy(group => group.Key)
        .Select(group => new V1.MissingCount { Status = group.Key.ToMessage(), Zones = group.Count() });

    private static V1.LimitCount Count(ReadColumn column, double limit, bool withCodes)
    {
        var message = new V1.LimitCount { Limit = limit };
        for (var zone = 0; zone < column.Zones.Count; zone++)
        {
            if (column.Numbers[zone] is not { HasValue: true } value)
            {
                continue;
            }

            if (value.Value <= limit)
            {
                message.AtOrBelow++;
                message.CodesAtOrBelow.AddRange(withCodes ? [column.Zones.Codes[zone]] : []);
            }

            if (value.Value >= limit)
            {
                message.AtOrAbove++;
                message.CodesAtOrAbove.AddRange(withCodes ? [column.Zones.Codes[zone]] : []);
            }
        }

        return message;
    }
}
