using System.Globalization;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;
using Bolyst.Statistics.Spatial;
using Bolyst.Statistics.Uncertainty.Simulation;

namespace Bolyst.Benchmarks.Statistics;

/// <summary>
/// Indices and spatial statistics beside numpy and spdep, in one run on one machine. Needs python3-numpy and r-cran-spdep.
/// Arguments: zones (default 34753), permutations (default 999).
/// </summary>
internal static class StatisticsBenchmark
{
    private const int Indicators = 20;

    public static Task<int> RunAsync(string[] args)
    {
        var zones = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 34_753;
        var permutations = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 999;
        Console.WriteLine($"{zones} generated zones, {Environment.ProcessorCount} cores");
        Composites(zones);
        Permutations(zones, permutations);
        Growth();
        return Task.FromResult(0);
    }

    private static void Composites(int zones)
    {
        var columns = Generate(zones);
        var (data, definition) = (new CompositeData(columns), Define());
        var path = Peer.Write(columns.SelectMany(c => c.Values.ToArray()));
        var peer = Peer.Run("/usr/bin/python3", Peer.Script("composite.py"), path, Text(zones), Text(Indicators), "10");
        File.Delete(path);

        var one = Peer.Best(10, () => CompositeIndex.Compute(definition, data).Rank(RankDirection.HighestFirst, TieRule.Min));
        Report("one composite of 20 indicators with ranks", one, peer[0], "numpy");

        const int Replicates = 200;
        SensitivityDesign design = new() { WeightNoise = 0.25, Replicates = Replicates };
        var ranking = Peer.Best(2, () => RankSimulation.Run(definition, data, design)) / Replicates;
        Report("one of 1000 simulated rankings", ranking, peer[1], "numpy");

        var sum = CompositeIndex.Compute(definition, data).Scores.Sum(s => s.OrNull ?? 0);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  both sides sum to the same: relative difference {Math.Abs((sum / peer[2]) - 1):0.0e+0}"));
    }

    private static void Permutations(int zones, int permutations)
    {
        // A square of about as many zones, so that both sides have the same neighbours.
        var side = (int)Math.Sqrt(zones);
        var random = new RandomStream(1, 1);
        double[] values = new double[side * side];
        foreach (ref var value in values.AsSpan())
        {
            value = random.Normal();
        }

        var path = Peer.Write(values);
        var peer = Peer.Run(
            "Rscript", Peer.Script("moran.R"), path, Text(side), Text(permutations), Text(Environment.ProcessorCount));
        File.Delete(path);
        var weights = SpatialWeights.Binary([.. Enumerable.Range(0, side * side).Select(z => Rook(z, side))]).Standardise();
        Measured[] measured = [.. values.Select(Measured.Of)];
        LocalResult? result = null;
        var seconds = Peer.Best(1, () => result = LocalMoran.Compute(measured, weights, new(permutations)));
        Report($"{permutations} conditional permutations of local Moran over {side * side} zones", seconds, peer[0], "spdep");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  both sides sum to the same: relative difference {Math.Abs((result!.Values.Sum(v => v.Statistic.OrNull ?? 0) / peer[1]) - 1):0.0e+0}"));
    }

    private static void Growth()
    {
        var slider = new CompositeData(Generate(2_185));
        var answer = Peer.Best(20, () => CompositeIndex.Compute(Define(), slider).Rank(RankDirection.HighestFirst, TieRule.Min));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"composite over 2185 zones, as a slider asks for it: {answer * 1000:0.00} of 10 ms"));
        double? first = null;
        foreach (var zones in new[] { 1_000, 10_000, 100_000 })
        {
            var data = new CompositeData(Generate(zones));
            var seconds = Peer.Best(5, () => CompositeIndex.Compute(Define(), data).Rank(RankDirection.HighestFirst, TieRule.Min));
            var allowed = zones / 1_000.0 * Math.Log(zones) / Math.Log(1_000);
            Console.WriteLine(first is null
                ? string.Create(CultureInfo.InvariantCulture, $"composite over {zones} zones: {seconds * 1000:0.00} ms")
                : string.Create(
                    CultureInfo.InvariantCulture, $"composite over {zones} zones: {seconds * 1000:0.00} ms, {seconds / first:0.0} times as long as over 1000; n log n allows {allowed:0.0}"));
            first ??= seconds;
        }
    }

    private static IReadOnlyCollection<int> Rook(int zone, int side)
    {
        var (row, column) = (zone / side, zone % side);
        (int Row, int Column)[] around = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)];
        return [.. around.Where(c => c.Row >= 0 && c.Row < side && c.Column >= 0 && c.Column < side).Select(c => (c.Row * side) + c.Column)];
    }

    private static CompositeDefinition Define() => new(
        "benchmark", 1, new("b", "b", "b"), [.. Enumerable.Range(1, Indicators).Select(i => new CompositeIndicator("i" + Text(i), Weight: i))], []);

    private static IndicatorColumn[] Generate(int zones) => [.. Enumerable.Range(1, Indicators).Select(indicator =>
    {
        var random = new RandomStream(7, (ulong)indicator);
        var values = new double[zones];
        foreach (ref var value in values.AsSpan())
        {
            value = random.Uniform() < 0.001 ? double.NaN : 10 + (3 * random.Normal());
        }

        var column = IndicatorColumn.FromNumbers("i" + Text(indicator), Polarity.HigherIsWorse, values);
        return new IndicatorColumn(column.Key, column.Polarity, column.Values, column.Status)
        {
            StandardErrors = Enumerable.Repeat(0.5, zones).ToArray(),
        };
    })];

    private static void Report(string what, double ours, double theirs, string peer) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {ours * 1000:0.00} ms, {peer} {theirs * 1000:0.00} ms, {theirs / ours:0.0} times {peer}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
