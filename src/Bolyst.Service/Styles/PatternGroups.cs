using Bolyst.Service.Layers;
using Bolyst.Service.Styles.Colours;
using Bolyst.Statistics;

namespace Bolyst.Service.Styles;

/// <summary>Which pattern each reason for a missing number has.</summary>
internal static class PatternGroups
{
    /// <summary>The groups of a measure, in the order of a legend: all that it may have, whether a zone has it or not.</summary>
    /// <param name="isIndex">True for an index, whose statuses are reasons of its computation.</param>
    /// <param name="counts">Zones by status.</param>
    public static IReadOnlyList<PatternGroup> Of(bool isIndex, IReadOnlyDictionary<string, int> counts) =>
    [
        .. (isIndex
            ? Enum.GetValues<ReasonCode>().Select(code => (Status: StatusNames.Of(code), Pattern: code == ReasonCode.InputMissing ? Pattern.Dots : Pattern.Vertical))
            : Enum.GetValues<ObservationStatus>().Where(status => !status.CarriesNumber()).Select(status => (Status: StatusNames.Of(status), Pattern: PatternOf(status))))
        .GroupBy(entry => entry.Pattern)
        .OrderBy(group => group.Key)
        .Select(group => new PatternGroup(group.Key, [.. group.Select(entry => new StatusCount(entry.Status, counts.GetValueOrDefault(entry.Status)))])),
    ];

    private static Pattern PatternOf(ObservationStatus status) => status switch
    {
        ObservationStatus.NotDelivered or ObservationStatus.NotYetAvailable => Pattern.Dots,
        ObservationStatus.Suppressed => Pattern.Diagonal,
        ObservationStatus.BelowPopulationLimit => Pattern.Cross,
        ObservationStatus.NotApplicable => Pattern.Horizontal,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status with a number has no pattern."),
    };
}
