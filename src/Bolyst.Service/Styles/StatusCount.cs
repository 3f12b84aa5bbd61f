using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Styles;

/// <summary>How many zones have a status.</summary>
/// <param name="Status">Its name in layers.</param>
/// <param name="Zones">How many.</param>
internal sealed record StatusCount(string Status, int Zones);

/// <summary>Zones without a number that are drawn alike.</summary>
/// <param name="Pattern">How.</param>
/// <param name="Statuses">Every status that is drawn so, also those that no zone has.</param>
internal sealed record PatternGroup(Pattern Pattern, IReadOnlyList<StatusCount> Statuses)
{
    /// <summary>How many zones.</summary>
    public int Zones => Statuses.Sum(status => status.Zones);
}
