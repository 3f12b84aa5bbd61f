namespace Bolyst.Cli.Demo.Kommune;

/// <summary>What became of a grunnkrets in the reform.</summary>
/// <param name="Before">Code until 2017.</param>
/// <param name="After">Code from 2018.</param>
/// <param name="ShareInTenThousandths">Of the residents of <paramref name="Before"/> on the day, how many live in <paramref name="After"/>.</param>
internal sealed record CodeChange(string Before, string After, int ShareInTenThousandths);

/// <summary>The grunnkretser before and after the reform: all renumbered, one divided in two, two joined to one.</summary>
internal sealed class GrunnkretsDivisions
{
    // Added to the delområde numbers of Sentrum before the reform, so that more than the kommune's own number changes there.
    private const int SentrumNumbersBefore = 50;

    private readonly DemoKommune kommune;

    public GrunnkretsDivisions(DemoKommune kommune, Queue<string> names)
    {
        this.kommune = kommune;
        var ground = kommune.Ground;
        var nameOf = ground.Cells.Select(_ => names.Dequeue()).ToList();
        var shore = ground.Nearest(ground.Cells[Ground.Islet].Site.U, ground.Cells[Ground.Islet].Site.V, kommune.ZoneOf(Ground.Islet).Cells.Where(cell => ground.Neighbours[cell].Count > 0));
        Divided = PairNear(4200, 500);
        Joined = PairNear(-2500, -3800);
        Before = Divide([[shore, Ground.Islet], Divided], before: true, nameOf);
        After = Divide([[shore, Ground.Islet], Joined], before: false, nameOf);
        Changes = Before.SelectMany(ChangesOf).ToList();
    }

    /// <summary>180 grunnkretser until 2017.</summary>
    public IReadOnlyList<Grunnkrets> Before { get; }

    /// <summary>180 grunnkretser from 2018.</summary>
    public IReadOnlyList<Grunnkrets> After { get; }

    /// <summary>Two cells that were one grunnkrets until 2017.</summary>
    public IReadOnlyList<int> Divided { get; }

    /// <summary>Two cells that are one grunnkrets from 2018.</summary>
    public IReadOnlyList<int> Joined { get; }

    public IReadOnlyList<CodeChange> Changes { get; }

    public IReadOnlyList<Grunnkrets> In(int year) => year < CodeReform.Year ? Before : After;

    /// <summary>Two neighbours in one zone.</summary>
    private List<int> PairNear(int u, int v)
    {
        var ground = kommune.Ground;
        var first = ground.Nearest(u, v, Enumerable.Range(0, ground.Cells.Count).Where(cell => Partners(cell).Any()));
        return [first, Partners(first).Min()];

        IEnumerable<int> Partners(int cell) => ground.Neighbours[cell].Where(other => kommune.ZoneOf(other) == kommune.ZoneOf(cell));
    }

    private List<Grunnkrets> Divide(IReadOnlyList<int>[] groups, bool before, List<string> nameOf)
    {
        var grunnkretser = new List<Grunnkrets>();
        for (var zone = 0; zone < kommune.Levekarssoner.Count; zone++)
        {
            var inSentrum = kommune.Bydeler[0].Cells.Contains(kommune.Levekarssoner[zone].Cells[0]);
            var delomrade = zone + 1 + (before && inSentrum ? SentrumNumbersBefore : 0);
            var number = 1;
            foreach (var cell in kommune.Levekarssoner[zone].Cells.Order())
            {
                var group = groups.FirstOrDefault(group => group.Contains(cell)) ?? [cell];
                if (group[0] == cell)
                {
                    var code = $"{(before ? CodeReform.KommuneBefore : CodeReform.Kommune)}{delomrade:00}{number++:00}";
                    grunnkretser.Add(new Grunnkrets(code, nameOf[cell], group));
                }
            }
        }

        return grunnkretser;
    }

    private IEnumerable<CodeChange> ChangesOf(Grunnkrets before)
    {
        var residents = before.Cells.Sum(ResidentsThen);
        var shared = 0;
        var successors = After.Where(after => after.Cells.Intersect(before.Cells).Any()).ToList();
        foreach (var after in successors)
        {
            var last = after == successors[^1];
            var share = last ? 10_000 - shared : 10_000 * after.Cells.Intersect(before.Cells).Sum(ResidentsThen) / residents;
            shared += share;
            yield return new CodeChange(before.Code, after.Code, share);
        }
    }

    private int ResidentsThen(int cell) => kommune.Residents.Of(cell, CodeReform.Year);
}
