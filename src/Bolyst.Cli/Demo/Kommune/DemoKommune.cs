using Bolyst.Cli.Demo.Landscape;

namespace Bolyst.Cli.Demo.Kommune;

/// <summary>The invented kommune Elvsund: its divisions before and after the code reform, its hot cluster and its two områdesatsingar.</summary>
internal sealed class DemoKommune
{
    public const string Name = "Elvsund";
    public const int ZoneCount = 42;
    public const int HotZoneCount = 4;

    private static readonly string[] BydelNames = ["Sentrum", "Nordre Elvsund", "Søre Elvsund"];

    // As many zones in a bydel as its residents call for: the middle holds about a quarter of the cells.
    private static readonly int[] ZonesInBydel = [10, 16, 16];

    public DemoKommune(ulong seed)
    {
        Ground = Ground.Of(seed);
        Residents = new Residents(Ground, seed);
        var names = PlaceNames.Shuffled(seed);
        var bydelCells = Enumerable.Range(0, Ground.Cells.Count).ToLookup(cell => BydelOf(Ground.Cells[cell].Site));
        var zones = new List<LastingZone>();
        var bydeler = new List<LastingZone>();
        for (var bydel = 0; bydel < BydelNames.Length; bydel++)
        {
            var cells = bydelCells[bydel].ToList();
            bydeler.Add(new LastingZone($"{CodeReform.KommuneBefore}{bydel + 1:00}", $"{CodeReform.Kommune}{bydel + 1:00}", BydelNames[bydel], cells));
            foreach (var zone in ZoneGrowing.Divide(Ground, cells, ZonesInBydel[bydel], cell => Residents.Of(cell, CodeReform.Year)))
            {
                var number = $"{bydel + 1:00}{zones.Count + 1:0000}";
                zones.Add(new LastingZone(CodeReform.KommuneBefore + number, CodeReform.Kommune + number, names.Dequeue(), zone));
            }
        }

        Levekarssoner = zones;
        Bydeler = bydeler;
        Whole = new LastingZone(CodeReform.KommuneBefore, CodeReform.Kommune, Name, [.. Enumerable.Range(0, Ground.Cells.Count)]);
        var hotMiddle = Ground.Nearest(3600, -3300);
        HotZones = ZonesNearest(hotMiddle, HotZoneCount);
        Divisions = new GrunnkretsDivisions(this, names);
        Programme = Omradesatsinger.Draw(this, seed, "kvernlia-satsinga", "Kvernliasatsinga", Ground.Cells[hotMiddle].Site, cellCount: 13);
        WithoutEffect = Omradesatsinger.Draw(this, seed, "nordlandet-loftet", "Nordlandsløftet", Ground.Cells[Ground.Nearest(1500, 5600)].Site, cellCount: 9);
    }

    public Ground Ground { get; }

    public Residents Residents { get; }

    public GrunnkretsDivisions Divisions { get; }

    public IReadOnlyList<LastingZone> Levekarssoner { get; }

    public IReadOnlyList<LastingZone> Bydeler { get; }

    /// <summary>The kommune as one zone.</summary>
    public LastingZone Whole { get; }

    /// <summary>The planted hot cluster: zones beside each other, the middle one first.</summary>
    public IReadOnlyList<LastingZone> HotZones { get; }

    /// <summary>The områdesatsing with a planted effect, drawn over a part of the hot cluster.</summary>
    public DemoOmradesatsing Programme { get; }

    /// <summary>The områdesatsing that changed nothing, with a proxy boundary.</summary>
    public DemoOmradesatsing WithoutEffect { get; }

    public LastingZone ZoneOf(int cell) => Levekarssoner.First(zone => zone.Cells.Contains(cell));

    public LastingZone BydelOf(int cell) => Bydeler.First(bydel => bydel.Cells.Contains(cell));

    private static int BydelOf(Site site) => site.SquaredLatticeDistanceTo(0, 0) < 3800 * 3800 ? 0 : site.V > -site.U / 6 ? 1 : 2;

    /// <summary>A zone and those about it, by growing from neighbour to neighbour.</summary>
    private List<LastingZone> ZonesNearest(int middle, int count)
    {
        var site = Ground.Cells[middle].Site;
        var chosen = new List<LastingZone> { ZoneOf(middle) };
        while (chosen.Count < count)
        {
            chosen.Add(chosen
                .SelectMany(zone => zone.Cells)
                .SelectMany(cell => Ground.Neighbours[cell])
                .Select(ZoneOf)
                .Except(chosen)
                .MinBy(zone => zone.Cells.Sum(cell => Ground.Cells[cell].Site.SquaredDistanceTo(site)) / zone.Cells.Count)!);
        }

        return chosen;
    }
}
