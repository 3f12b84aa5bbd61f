using Bolyst.Benchmarks;
using Bolyst.Benchmarks.Cli;
using Bolyst.Benchmarks.Gis;
using Bolyst.Benchmarks.Intake;
using Bolyst.Benchmarks.Map;
using Bolyst.Benchmarks.Rpc;
using Bolyst.Benchmarks.Service;
using Bolyst.Benchmarks.Statistics;
using Bolyst.Benchmarks.Store;

// dotnet run -c Release --project tests/Bolyst.Benchmarks -- NAME [arguments]
var benchmarks = new SortedDictionary<string, Func<string[], Task<int>>>(StringComparer.Ordinal)
{
    ["downloads"] = DownloadBenchmark.RunAsync,
    ["features"] = FeatureBenchmark.RunAsync,
    ["intake"] = IntakeBenchmark.RunAsync,
    ["intake-memory"] = IntakeBenchmark.RunMemoryAsync,
    ["map"] = MapBenchmark.RunAsync,
    ["rpc"] = RpcBenchmark.RunAsync,
    ["service"] = CompareBenchmark.RunAsync,
    ["shapes"] = ShapeBenchmark.RunAsync,
    ["statistics"] = StatisticsBenchmark.RunAsync,
    ["store-import"] = ImportBenchmark.RunAsync,
    ["tiles"] = TileBenchmark.RunAsync,
    ["up"] = UpBenchmark.RunAsync,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var benchmark))
{
    // A server that a benchmark starts of itself ends by its own rules.
    using var ending = args.Contains("serve", StringComparer.Ordinal) ? null : new Ending();
    return await benchmark(args[1..]);
}

Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys)}. Example: dotnet run -c Release --project tests/Bolyst.Benchmarks -- rpc");
return 2;
