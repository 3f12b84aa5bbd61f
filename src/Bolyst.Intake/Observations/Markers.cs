using Bolyst.Statistics;

namespace Bolyst.Intake.Observations;

/// <summary>Marks that stand in place of a number or beside it.</summary>
internal sealed class Markers
{
    // SSB's standardtegn: https://www.ssb.no/a/standardtegn ("Standard symbols in tables"). "-" is SSB's true zero; it counts as zero.
    private static readonly Dictionary<string, ObservationStatus> Standard = new(StringComparer.Ordinal)
    {
        [""] = ObservationStatus.NotDelivered,
        ["."] = ObservationStatus.NotApplicable,
        [".."] = ObservationStatus.NotDelivered,
        ["..."] = ObservationStatus.NotYetAvailable,
        ["…"] = ObservationStatus.NotYetAvailable,
        [":"] = ObservationStatus.Suppressed,
        ["-"] = ObservationStatus.BelowHalfUnit,
        ["–"] = ObservationStatus.BelowHalfUnit,
        ["|"] = ObservationStatus.BreakInSeries,
        ["—"] = ObservationStatus.BreakInSeries,
    };

    private readonly Dictionary<string, ObservationStatus>.AlternateLookup<ReadOnlySpan<char>> marks;

    /// <param name="own">The description's marks; they add to the standard ones or replace them.</param>
    public Markers(IReadOnlyDictionary<string, ObservationStatus> own)
    {
        var all = new Dictionary<string, ObservationStatus>(Standard, StringComparer.Ordinal);
        foreach (var (mark, status) in own)
        {
            all[mark] = status;
        }

        marks = all.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool TryGet(ReadOnlySpan<char> text, out ObservationStatus status) => marks.TryGetValue(text, out status);
}
