using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Google.Protobuf;

namespace Bolyst.Benchmarks.Rpc;

/// <summary>
/// Calls a second of Bolyst.Rpc beside grpc-go and beside a bare endpoint of Kestrel that writes the same bytes, in one run; a stream of 1 GB;
/// bytes allocated per call. Needs h2load and, for grpc-go, Debian's golang-google-grpc-dev.
/// </summary>
internal static class RpcBenchmark
{
    public const int AnswerSize = 1000;
    public const int ChunkSize = 65536;
    public const int ChunkCount = 16384;

    private const int Rounds = 3;

    // A transfer lasts half a second: what else the machine does weighs more in one of them.
    private const int StreamRounds = 7;
    private const int WarmUpCalls = 60_000;
    private const int Calls = 150_000;
    private const string Service = "/bolyst.benchmarks.LoadService/";

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["serve"])
        {
            await LoadServer.RunAsync();
            return 0;
        }

        var unaryBody = await WriteBodyAsync(new AnswerRequest { ResponseSize = AnswerSize });
        var streamBody = await WriteBodyAsync(new StreamRequest { Size = ChunkSize, Count = ChunkCount });
        using var server = await ServerProcess.StartAsync(Environment.ProcessPath!, "rpc", "serve");
        using var go = await ServerProcess.StartAsync(await GrpcGo.BuildAsync());
        var rpcAnswer = new Uri(server.Address, Service + "Answer");
        var bareAnswer = new Uri(server.Address, "/bare/answer");
        var goAnswer = new Uri(go.Address, Service + "Answer");

        // In turns, so that whatever else the machine does falls on all three.
        Uri[] unary = [rpcAnswer, bareAnswer, goAnswer];
        foreach (var address in unary)
        {
            await H2Load.UnaryAsync(address, unaryBody, WarmUpCalls);
        }

        var rates = unary.ToDictionary(address => address, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var address in unary)
            {
                rates[address].Add(await H2Load.UnaryAsync(address, unaryBody, Calls));
            }
        }

        Print("unary, calls/s: Bolyst.Rpc", Median(rates[rpcAnswer]));
        Print("unary, calls/s: bare Kestrel", Median(rates[bareAnswer]));
        Print("unary, calls/s: grpc-go", Median(rates[goAnswer]));
        Print("unary: Bolyst.Rpc / grpc-go (target 2)", Median(rates[rpcAnswer]) / Median(rates[goAnswer]));
        Print("unary: Bolyst.Rpc / bare Kestrel (target 0.8)", Median(rates[rpcAnswer]) / Median(rates[bareAnswer]));

        var perCall = await AllocatedPerCallAsync(server.Address, rpcAnswer, unaryBody);
        var perBareCall = await AllocatedPerCallAsync(server.Address, bareAnswer, unaryBody);
        var messages = AllocatedByMessages();
        Print("bytes allocated per unary call: Bolyst.Rpc", perCall);
        Print("bytes allocated per unary call: its messages", messages);
        Print("bytes allocated per unary call: beyond the messages (target at most 1500)", perCall - messages);
        Print("bytes allocated per request: bare Kestrel", perBareCall);

        await StreamAsync(server, new Uri(server.Address, Service + "Stream"), new Uri(server.Address, "/bare/stream"), streamBody);
        return 0;
    }

    public static byte[] Envelope(IMessage message)
    {
        var bytes = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), message.CalculateSize());
        message.WriteTo(bytes.AsSpan(5));
        return bytes;
    }

    private static async Task StreamAsync(ServerProcess server, Uri rpc, Uri bare, string body)
    {
        var seconds = new Dictionary<Uri, List<double>> { [rpc] = [], [bare] = [] };
        await H2Load.OneAsync(rpc, body);
        await H2Load.OneAsync(bare, body);
        var peak = server.PeakMegabytes();
        for (var round = 0; round < StreamRounds; round++)
        {
            seconds[rpc].Add(await H2Load.OneAsync(rpc, body));
            seconds[bare].Add(await H2Load.OneAsync(bare, body));
        }

        const double megabytes = (double)ChunkSize * ChunkCount / 1e6;
        Print("stream of 1 GB, MB/s: Bolyst.Rpc", megabytes / Median(seconds[rpc]));
        Print("stream of 1 GB, MB/s: bare Kestrel", megabytes / Median(seconds[bare]));
        Print("stream of 1 GB: Bolyst.Rpc / bare Kestrel (target 0.8)", Median(seconds[bare]) / Median(seconds[rpc]));
        Print("stream of 1 GB: growth of the server's peak memory over 14 further GB, MB (target: flat)", server.PeakMegabytes() - peak);
    }

    private static async Task<double> AllocatedPerCallAsync(Uri server, Uri address, string body)
    {
        const int calls = 50_000;
        var before = await AllocatedAsync(server);
        await H2Load.UnaryAsync(address, body, calls);
        return (double)(await AllocatedAsync(server) - before) / calls;
    }

    private static async Task<long> AllocatedAsync(Uri server)
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        return long.Parse(await client.GetStringAsync(new Uri(server, "/allocated")), CultureInfo.InvariantCulture);
    }

    /// <summary>What parsing the request and making the answer take by themselves.</summary>
    private static double AllocatedByMessages()
    {
        const int times = 10_000;
        var request = new ReadOnlySequence<byte>(new AnswerRequest { ResponseSize = AnswerSize }.ToByteArray());
        var service = new LoadService();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < times; index++)
        {
            _ = service.Answer(AnswerRequest.Parser.ParseFrom(request), null!);
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / times;
    }

    private static async Task<string> WriteBodyAsync(IMessage message)
    {
        var path = Path.Combine(Path.GetTempPath(), $"bolyst-benchmark-{message.Descriptor.Name}.bin");
        await File.WriteAllBytesAsync(path, Envelope(message));
        return path;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string what, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-90} {value,12:0.##}"));
}
