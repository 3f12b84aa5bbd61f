using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;
using Bolyst.Statistics.Uncertainty.Simulation;

namespace Bolyst.Statistics.Tests.Composite;

/// <summary>
/// The ASEM Sustainable Connectivity index as the R package COINr builds it, step by step, from the package's own output
/// (BOLYST_SHARED/reference/coinr-asem). Absolute tolerance 1e-9 on scores from 0 to 100, relative 1e-9 on raw scales.
/// </summary>
public class AsemTests
{
    private const string Folder = "reference/coinr-asem/";

    private static readonly Table Raw = Table.Read(Folder + "ASEM_iData.csv");
    private static readonly Table Meta = Table.Read(Folder + "ASEM_iMeta.csv");

    private static string[] Codes { get; } = Raw.Text("uCode");

    private static readonly CompositeDefinition Definition = new(
        "asem",
        1,
        new("ASEM", "ASEM", "ASEM"),
        [.. Rows("Indicator").Select(r => new CompositeIndicator(
            r.Key, r.Parent, Direction: r.Direction, Denominator: r.Denominator.Length == 0 ? null : r.Denominator))],
        [.. Rows("Aggregate").Select(r => new CompositeGroup(r.Key, r.Parent is "" or "NA" ? null : r.Parent))])
    {
        Impute = ImputeMethod.GroupMean,
        Screen = new(0.9),
        Treat = new(),
        Aggregate = new(MinimumPresent: 0.01),
    };

    private static IEnumerable<(string Key, string Parent, int Direction, string Denominator)> Rows(string type)
    {
        var (keys, parents, denominators, types) = (Meta.Text("iCode"), Meta.Text("Parent"), Meta.Text("Denominator"), Meta.Text("Type"));
        var directions = Meta.Numbers("Direction");
        return Enumerable.Range(0, Meta.Rows)
            .Where(i => string.Equals(types[i], type, StringComparison.Ordinal))
            .Select(i => (keys[i], parents[i], (int)directions[i], denominators[i] is "NA" ? "" : denominators[i]));
    }

    private static CompositeData Data()
    {
        var groups = Raw.Text("EurAsia_group");
        var names = groups.Distinct(StringComparer.Ordinal).ToList();
        IEnumerable<string> keys = Rows("Indicator").Select(r => r.Key).Concat(Rows("Denominator").Select(r => r.Key));
        return new([.. keys.Select(k => IndicatorColumn.FromNumbers(k, Polarity.HigherIsBetter, Raw.Numbers(k)))])
        {
            GroupOfZone = groups.Select(g => names.IndexOf(g)).ToArray(),
        };
    }

    [Fact]
    public void Denominated_values_agree()
    {
        var expected = Table.Read(Folder + "step_Denominated.csv");
        foreach (var indicator in Definition.Indicators)
        {
            Agree(expected, indicator.Indicator, Denominate.Apply(indicator, Data()).Numbers, relative: true);
        }
    }

    [Fact]
    public void Imputed_values_agree()
    {
        var expected = Table.Read(Folder + "step_Imputed.csv");
        WorkColumn[] columns = [.. Definition.Indicators.Select(i => Denominate.Apply(i, Data()))];
        Impute.Apply(Definition.Impute, columns, Data());
        Assert.All(columns, c => Agree(expected, c.Key, c.Numbers, relative: true));
        Assert.All(Screen.Apply(Definition.Screen!, columns, Raw.Rows), Assert.Null);
    }

    [Fact]
    public void Treated_values_agree()
    {
        var before = Table.Read(Folder + "step_Screened.csv");
        var expected = Table.Read(Folder + "step_Treated.csv");
        foreach (var indicator in Definition.Indicators)
        {
            var column = new WorkColumn(indicator.Indicator, before.Numbers(indicator.Indicator, "uCode", Codes), _ => null);
            Treat.Apply(Definition.Treat!, column);
            Agree(expected, column.Key, column.Numbers, relative: true);
        }
    }

    [Fact]
    public void Normalised_and_aggregated_values_agree_at_every_level()
    {
        var expected = Table.Read(Folder + "step_Aggregated.csv");
        var result = CompositeIndex.Compute(Definition, Data());
        foreach (var key in Definition.Indicators.Select(i => i.Indicator).Concat(Definition.Groups.Select(g => g.Key)))
        {
            Agree(expected, key, [.. result.Level(key).Select(m => m.OrNull ?? double.NaN)], relative: false);
        }
    }

    [Fact]
    public void The_published_anchors_hold()
    {
        var result = CompositeIndex.Compute(Definition, Data());
        var (switzerland, norway) = (IndexOf("CHE"), IndexOf("NOR"));
        Assert.Equal(68.38, result.Scores[switzerland].Value, 0.005);
        Assert.Equal(64.47, result.Scores[norway].Value, 0.005);
        Assert.Equal(4, result.Rank(RankDirection.HighestFirst, TieRule.Min)[norway].Value);

        // Every indicator's part adds up to the score.
        Assert.Equal(result.Scores[norway].Value, result.Explain(norway).Sum(p => p.Contribution.OrNull ?? 0), 1e-9);
    }

    [Fact]
    public void Leaving_out_a_pillar_moves_ranks_as_far_as_in_COINr()
    {
        // COINr: remove_elements(coin, Level = 3, dset = "Aggregated", iCode = "Index")$MeanAbsDiff
        var leftOut = LeaveOneOut.Groups(Definition, Data());
        Assert.Equal(5.2549, leftOut.Single(l => l.Key == "Conn").MeanShift.Value, 5e-5);
        Assert.Equal(3.8431, leftOut.Single(l => l.Key == "Sust").MeanShift.Value, 5e-5);
    }

    [Theory]
    [InlineData("minmax", NormaliseMethod.MinMax)]
    [InlineData("zscore", NormaliseMethod.ZScore)]
    [InlineData("dist2max", NormaliseMethod.DistanceToMaximum)]
    [InlineData("fracmax", NormaliseMethod.FractionOfMaximum)]
    [InlineData("rank", NormaliseMethod.Rank)]
    [InlineData("borda", NormaliseMethod.Borda)]
    [InlineData("prank", NormaliseMethod.PercentileRank)]
    [InlineData("dist2ref3", NormaliseMethod.DistanceToReference)]
    [InlineData("dist2targ4.1", NormaliseMethod.DistanceToTarget)]
    [InlineData("goalposts_2_4", NormaliseMethod.Goalposts)]
    [InlineData("scaled_1_5", NormaliseMethod.Scaled)]
    public void Every_normalisation_agrees(string name, NormaliseMethod method)
    {
        var table = Table.Read(Folder + "normalise_LPI.csv");
        var values = table.Numbers("LPI");

        // dist2ref3 takes the third unit as reference.
        var how = new Normalisation(method) { Reference = values[2], Target = 4.1, Cap = true };
        how = method switch
        {
            NormaliseMethod.Goalposts => how with { Lower = 2, Upper = 4 },
            NormaliseMethod.Scaled => how with { Lower = 1, Upper = 5 },
            NormaliseMethod.DistanceToReference => how with { Cap = false },
            _ => how,
        };
        var column = new WorkColumn("LPI", values, _ => null);
        Normalise.Apply(how, column, 0, values.Length, 1, null);
        var expected = table.Numbers(name);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(expected[i], column.Numbers[i], 1e-9);
        }
    }

    private static int IndexOf(string code) => Array.IndexOf(Codes, code);

    private static void Agree(Table expected, string key, double[] actual, bool relative)
    {
        var wanted = expected.Numbers(key, "uCode", Codes);
        for (var i = 0; i < actual.Length; i++)
        {
            var tolerance = relative ? 1e-9 * Math.Max(1e-12, Math.Abs(wanted[i])) : 1e-9;
            Assert.True(
                double.IsNaN(wanted[i]) ? double.IsNaN(actual[i]) : Math.Abs(wanted[i] - actual[i]) <= tolerance,
                $"{key} of {Codes[i]}: expected {wanted[i]:R}, got {actual[i]:R}");
        }
    }
}
