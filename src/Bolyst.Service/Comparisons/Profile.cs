using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics.Comparison;

namespace Bolyst.Service.Comparisons;

/// <summary>One zone's numbers, each among its equals and beside a reference.</summary>
internal static class Profile
{
    public static async Task<V1.ProfileZoneResponse> ReadAsync(
        Dataset dataset, V1.ProfileZoneRequest request, double level, ServiceLimits limits, CancellationToken cancellation)
    {
        var place = await ZonePlace.FindAsync(dataset, request.Zone, cancellation);
        ZonePlace? reference = request.Reference is { } named ? await ZonePlace.FindAsync(dataset, named, cancellation) : null;
        var response = new V1.ProfileZoneResponse
        {
            Zone = place.ToMessage(),
            Reference = reference?.ToMessage(),
            IntervalMethod = ValueMessages.Wilson(level),
            DifferenceMethod = reference is null ? null : ValueMessages.DifferenceMethod(level),
            DatasetVersion = dataset.Version,
        };
        IEnumerable<V1.IndicatorSelection> selections = request.Selections.Count > 0
            ? request.Selections
            : await AllAsync(dataset, request.Zone.ZoneSet, limits.MaxIndicators, cancellation);
        foreach (var selection in selections)
        {
            var column = await dataset.ColumnAsync(request.Zone.ZoneSet, selection, cancellation);
            var row = new V1.ProfileRow
            {
                Indicator = column.Head.ToMessage(),
                Selection = column.Selection,
                Value = column.ValueOf(place.Ordinal, level),
                Standing = Standing.Of(column.Numbers, place.Ordinal) is { } standing ? Write(standing) : null,
            };
            if (reference is { } other && await TryColumnAsync(dataset, other.Axis.ZoneSet, column.Selection, cancellation) is { } there)
            {
                row.Reference = there.ValueOf(other.Ordinal, level);
                row.Difference = Contrast.Of(column.CellOf(place.Ordinal), there.CellOf(other.Ordinal), level).ToMessage();
            }

            response.Rows.Add(row);
        }

        return response;
    }

    /// <summary>The total of every indicator that the zone set has numbers for, in its newest period.</summary>
    private static async Task<IReadOnlyList<V1.IndicatorSelection>> AllAsync(Dataset dataset, string zoneSet, int limit, CancellationToken cancellation)
    {
        List<V1.IndicatorSelection> all =
        [
            .. (await dataset.ColumnsOfAsync(zoneSet, cancellation))
                .Where(column => column.Key.Breakdown.Length == 0)
                .Select(column => column.Key.Indicator)
                .Distinct(StringComparer.Ordinal)
                .Select(indicator => new V1.IndicatorSelection { Indicator = indicator }),
        ];
        return all.Count <= limit ? all : throw Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange,
            "selections",
            string.Create(CultureInfo.InvariantCulture, $"is empty, and zone set '{zoneSet}' has {all.Count} indicators; at most {limit} are given at a time. Name those wanted."));
    }

    /// <summary>The reference may lack what the zone has; then the row stands without it.</summary>
    private static async ValueTask<ReadColumn?> TryColumnAsync(Dataset dataset, string zoneSet, V1.IndicatorSelection selection, CancellationToken cancellation) =>
        (await dataset.ColumnsOfAsync(zoneSet, cancellation)).Any(column =>
            string.Equals(column.Key.Indicator, selection.Indicator, StringComparison.Ordinal)
            && string.Equals(column.Key.Period.Code, selection.Period, StringComparison.Ordinal)
            && string.Equals(column.Key.Breakdown, selection.Breakdown, StringComparison.Ordinal))
            ? await dataset.ColumnAsync(zoneSet, selection, cancellation)
            : null;

    private static V1.Standing Write(Standing standing) => new()
    {
        RankFromHighest = standing.RankFromHighest,
        ZonesWithValue = standing.Present,
        ZonesWithoutValue = standing.Missing,
        ShareBelow = standing.ShareBelow,
        Lowest = standing.Quartiles.Lowest,
        LowerQuartile = standing.Quartiles.Lower,
        Median = standing.Quartiles.Median,
        UpperQuartile = standing.Quartiles.Upper,
        Highest = standing.Quartiles.Highest,
    };
}
