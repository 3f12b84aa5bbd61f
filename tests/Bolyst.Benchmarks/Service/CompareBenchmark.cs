using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Bolyst.Benchmarks.Rpc;
using Bolyst.Service.Hosting;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using Google.Protobuf;
using Microsoft.Extensions.Hosting;

namespace Bolyst.Benchmarks.Service;

/// <summary>
/// Warm CompareZones (two zones, three indicators, intervals) beside an empty unary call (grpc.health.v1 Check) on the same host, in one
/// run. The ratio is the measure: above one third is what reading the cube, the intervals and the answer may cost. Then ComputeIndex of 20
/// indicators over 2185 zones, one call at a time as a slider on the map asks, beside the empty call: at most 10 ms beyond it. Needs h2load
/// and BOLYST_TEST_DATABASE.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- service</code>
/// </summary>
internal static class CompareBenchmark
{
    private const int Rounds = 3;
    private const int WarmUpCalls = 300_000;
    private const int Calls = 200_000;
    private const int Zones = 2185;
    private const int IndexCalls = 300;
    private const string ZoneSet = "soner";

    private static readonly string[] Indicators = ["lavinntekt", "ledige", "trangbodde"];

    private static readonly string[] OfIndex = [.. Indicators, .. Enumerable.Range(Indicators.Length, 17).Select(i => $"indikator-{i}")];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["serve"])
        {
            await ServeAsync();
            return 0;
        }

        await using var database = await TestDatabase.CreateAsync();
        await FillAsync(database.ConnectionString);
        Environment.SetEnvironmentVariable("BOLYST_DATABASE", database.ConnectionString);
        using var server = await ServerProcess.StartAsync(Environment.ProcessPath!, "service", "serve");
        var compare = (Address: new Uri(server.Address, "/bolyst.v1.ComparisonService/CompareZones"), Body: await WriteBodyAsync(Request()));
        var empty = (Address: new Uri(server.Address, "/grpc.health.v1.Health/Check"), Body: await WriteBodyAsync(null));
        var (compareRates, emptyRates) = (new List<double>(), new List<double>());
        await H2Load.UnaryAsync(compare.Address, compare.Body, WarmUpCalls);
        await H2Load.UnaryAsync(empty.Address, empty.Body, WarmUpCalls);

        // In turns, so that whatever else the machine does falls on both.
        for (var round = 0; round < Rounds; round++)
        {
            compareRates.Add(await H2Load.UnaryAsync(compare.Address, compare.Body, Calls));
            emptyRates.Add(await H2Load.UnaryAsync(empty.Address, empty.Body, Calls));
        }

        var (compared, emptied) = (Median(compareRates), Median(emptyRates));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CompareZones, calls/s  {compared,10:N0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"empty unary, calls/s   {emptied,10:N0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio (goal 0.33)      {compared / emptied,10:0.00}"));
        await AskForIndexAsync(server.Address, empty.Address);
        return 0;
    }

    private static async Task AskForIndexAsync(Uri server, Uri empty)
    {
        using var client = new HttpClient();
        var address = new Uri(server, "/bolyst.v1.IndexService/ComputeIndex");
        var body = RpcBenchmark.Envelope(IndexRequest());
        var (indexes, empties) = (new List<double>(), new List<double>());
        for (var call = 0; call < 2 * IndexCalls; call++)
        {
            // The first half warms up.
            var (index, nothing) = (await TimeAsync(client, address, body), await TimeAsync(client, empty, new byte[5]));
            if (call >= IndexCalls)
            {
                indexes.Add(index);
                empties.Add(nothing);
            }
        }

        var beyond = Median(indexes) - Median(empties);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ComputeIndex, 20 indicators, {Zones} zones: {beyond:0.00} ms beyond an empty call, {beyond / 10:0.00} of 10 ms"));
    }

    private static async Task<double> TimeAsync(HttpClient client, Uri address, byte[] body)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.ParseAdd("trailers");
        using var answer = await client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var status = (answer.TrailingHeaders.Contains("grpc-status") ? (HttpHeaders)answer.TrailingHeaders : answer.Headers).GetValues("grpc-status").Single();
        return status is "0" ? elapsed : throw new InvalidOperationException($"{address} ended with status {status}.");
    }

    private static async Task ServeAsync()
    {
        var options = ServerOptions.Read([]) with { Port = 0, GrpcPort = 0 };
        await using var store = await BolystStore.OpenAsync(options.Database, options.Store);
        await using var app = BolystServer.Build(options, store);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Last());
        await app.WaitForShutdownAsync();
    }

    private static async Task FillAsync(string connectionString)
    {
        await using var store = await BolystStore.OpenAsync(connectionString, new());
        await using var session = await store.BeginImportAsync(new("bench", new("Måling"), "Bolyst", "CC0", null, null, null, "", [], "bench"));
        var zones = await session.AddZoneSetAsync(
            new(ZoneSet, "grunnkrets", new("Soner"), new DateOnly(2020, 1, 1), null, IsPartition: true, "CC0"),
            Enumerable.Range(0, Zones).Select(zone => new ZoneRow(zone.ToString("D8", CultureInfo.InvariantCulture), "Sone", null)));
        foreach (var key in OfIndex)
        {
            var indicator = await session.AddIndicatorAsync(
                new(key, new(key), "okonomi", new(key), null, null, null, "percent", 100, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Rate));
            await using var writer = await session.BeginObservationsAsync();
            foreach (var (code, zone) in zones.ZoneIds)
            {
                var cases = 50 + (int.Parse(code, CultureInfo.InvariantCulture) % 100);
                await writer.WriteAsync(new(indicator, zone, Period.Year(2020), "", cases, 1000, cases / 10.0, ObservationStatus.Value));
            }

            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    private static V1.CompareZonesRequest Request() => new()
    {
        Zones = { new V1.ZoneRef { ZoneSet = ZoneSet, Code = "00000007" }, new V1.ZoneRef { ZoneSet = ZoneSet, Code = "00000042" } },
        Selections = { Indicators.Select(key => new V1.IndicatorSelection { Indicator = key, Period = "2020" }) },
    };

    private static V1.ComputeIndexRequest IndexRequest() => new()
    {
        Query = new()
        {
            ZoneSet = ZoneSet,
            Composite = new() { Key = "slider", Indicators = { OfIndex.Select((key, i) => new V1.CompositeIndicator { Indicator = key, Weight = i + 1 }) } },
        },
    };

    /// <summary>A request as h2load sends it: five bytes of envelope, then the message; null for an empty one.</summary>
    private static async Task<string> WriteBodyAsync(IMessage? request)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, request is null ? new byte[5] : RpcBenchmark.Envelope(request));
        return path;
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
