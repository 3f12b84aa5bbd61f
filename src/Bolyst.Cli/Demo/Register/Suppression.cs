using Bolyst.Cli.Demo.Kommune;

namespace Bolyst.Cli.Demo.Register;

/// <summary>Why a count is hidden.</summary>
internal enum Hidden
{
    No,

    /// <summary>Fewer than three are counted, or fewer than three are not.</summary>
    Small,

    /// <summary>Hidden so that a small count cannot be found by subtracting its siblings from the zone they make up.</summary>
    Complement,
}

/// <summary>
/// Which counts are hidden before they are delivered, from the kommune down to its grunnkretser. Every sum that is published over parts
/// holds no hidden part or at least two, so that no hidden count can be solved from the published ones.
/// </summary>
internal sealed class Suppression
{
    /// <summary>Counts below this are hidden, and so are counts that leave fewer than this uncounted.</summary>
    public const int Threshold = 3;

    private readonly Dictionary<(string Code, string Indicator, int Year), Hidden> hidden = [];

    public Suppression(DemoKommune kommune, Registers registers)
    {
        foreach (var indicator in DemoIndicators.Counted)
        {
            foreach (var year in Residents.Years.Where(indicator.IsFor))
            {
                foreach (var bydel in kommune.Bydeler)
                {
                    var zones = kommune.Levekarssoner.Where(zone => bydel.Cells.Contains(zone.Cells[0])).ToList();
                    HideAmong(Siblings(zones.Select(zone => (zone.CodeIn(year), zone.Cells))), parentIsHidden: false);
                    foreach (var zone in zones.Where(_ => indicator.AlsoByGrunnkrets))
                    {
                        var parts = kommune.Divisions.In(year).Where(part => zone.Cells.Contains(part.Cells[0]));
                        HideAmong(Siblings(parts.Select(part => (part.Code, part.Cells))), parentIsHidden: Of(zone.CodeIn(year), indicator.Key, year) != Hidden.No);
                    }
                }

                List<(string Code, Count Count)> Siblings(IEnumerable<(string Code, IReadOnlyList<int> Cells)> areas) =>
                    areas.Select(area => (area.Code, registers.Of(indicator.Key, area.Cells, year))).ToList();

                void HideAmong(List<(string Code, Count Count)> siblings, bool parentIsHidden)
                {
                    var peopled = siblings.Where(sibling => sibling.Count.Denominator > 0).ToList();
                    var small = peopled.Where(sibling => IsSmall(sibling.Count)).ToList();
                    foreach (var (code, _) in small)
                    {
                        hidden.Add((code, indicator.Key, year), Hidden.Small);
                    }

                    if (small.Count == (parentIsHidden ? 0 : 1) && peopled.Count > small.Count)
                    {
                        var (code, _) = peopled.Except(small).MinBy(sibling => sibling.Count.Numerator);
                        hidden.Add((code, indicator.Key, year), Hidden.Complement);
                    }
                }
            }
        }
    }

    public Hidden Of(string code, string indicator, int year) => hidden.GetValueOrDefault((code, indicator, year));

    private static bool IsSmall(Count count) => count.Numerator < Threshold || count.Denominator - count.Numerator < Threshold;
}
