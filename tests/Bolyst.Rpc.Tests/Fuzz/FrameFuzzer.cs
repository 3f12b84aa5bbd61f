using System.Buffers.Binary;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Google.Protobuf;

namespace Bolyst.Rpc.Tests.Fuzz;

/// <summary>Makes one ill-mannered call after the other on a connection. A seed makes the same calls again.</summary>
internal sealed class FrameFuzzer(RawConnection connection, int seed)
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Methods = ["Ask", "Send", "Watch", "Talk"];
    private static readonly string[] Timeouts = ["", "1", "S", "999999999S", "-1S", "1h", "00000000n", "1m", "99999999H", "\u007f"];
    private static readonly string[] Encodings = ["", "gzip", "identity", "br", "gzip,gzip", "x"];

    private readonly Random random = new(seed);

    /// <summary>Makes one call, and waits until the server has ended it where it must.</summary>
    public Task StepAsync() => random.Next(12) switch
    {
        0 => SendAsync(RawCall.Envelope(Bytes(random.Next(300)))),
        1 => SendAsync(RawCall.Envelope(Note(), (byte)random.Next(256))),
        2 => SendAsync(WithLength(Note(), (uint)random.NextInt64(uint.MaxValue))),
        3 => SendAsync(Bytes(random.Next(40))),
        4 => SendAsync(RawCall.Envelope(Note()), split: 1),
        5 => SendAsync(RawCall.Envelope(Bytes(50), flags: 1), split: int.MaxValue, ("grpc-encoding", "gzip")),
        6 => SendAsync(RawCall.Envelope(Note()), split: 7, ("grpc-timeout", Pick(Timeouts)), ("grpc-encoding", Pick(Encodings))),
        7 => HeadersAfterDataAsync(),
        8 => EndlessAsync(),
        9 => ResetsAsync(),
        10 => AnyFrameAsync(),
        _ => FloodAsync(),
    };

    private async Task SendAsync(byte[] body, int split = int.MaxValue, params (string, string)[] headers)
    {
        var call = await connection.CallAsync(Service + Pick(Methods), endStream: false, [.. headers.Where(header => header.Item2.Length > 0)]);
        foreach (var part in body.Chunk(Math.Min(split, Math.Max(1, body.Length))))
        {
            await connection.SendDataAsync(call, part, endStream: false);
        }

        await connection.SendDataAsync(call, [], endStream: true);
        await AssertEndedAsync(call);
    }

    /// <summary>Trailers, which no gRPC client sends, and data after them, which HTTP/2 forbids.</summary>
    private async Task HeadersAfterDataAsync()
    {
        var call = await connection.CallAsync(Service + Pick(Methods));
        await connection.SendDataAsync(call, RawCall.Envelope(Note()), endStream: false);
        await connection.SendHeadersAsync(call, [("late", "header")], endStream: random.Next(2) == 0);
        await connection.SendDataAsync(call, RawCall.Envelope(Note()), endStream: true);
        await AssertEndedAsync(call);
    }

    /// <summary>A stream that goes on and on, until its client has had enough.</summary>
    private async Task EndlessAsync()
    {
        var call = await connection.CallAsync(Service + "Send");
        for (var sent = 0; sent < 500 && !connection.IsClosed; sent++)
        {
            await connection.SendDataAsync(call, RawCall.Envelope(Note()), endStream: false);
        }

        await connection.ResetAsync(call);
    }

    private async Task ResetsAsync()
    {
        for (var call = 0; call < 1000 && !connection.IsClosed; call++)
        {
            await connection.ResetAsync(await connection.CallAsync(Service + Pick(Methods)));
        }
    }

    private Task AnyFrameAsync() =>
        connection.SendAsync((byte)random.Next(12), (byte)random.Next(256), random.Next(60), Bytes(random.Next(64)));

    /// <summary>Frames that are allowed and say nothing.</summary>
    private async Task FloodAsync()
    {
        var call = await connection.CallAsync(Service + "Talk");
        for (var sent = 0; sent < 200; sent++)
        {
            await connection.SendAsync(RawConnection.Ping, 0, 0, new byte[8]);
            await connection.SendDataAsync(call, [], endStream: false);
        }

        await connection.SendDataAsync(call, [], endStream: true);
        await AssertEndedAsync(call);
    }

    private async Task AssertEndedAsync(int call)
    {
        var stream = connection.Stream(call);
        try
        {
            await stream.Ended.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Seed {seed}: call {call} was never ended.");
        }

        lock (stream.Headers)
        {
            var status = stream.Headers.GetValueOrDefault(":status", "none");
            Assert.True(
                stream.WasReset || (status is "200" && stream.Headers.ContainsKey("grpc-status")),
                $"Seed {seed}: call {call} ended with HTTP status {status} and without grpc-status.");
        }
    }

    private byte[] Note() => new Note { Text = "fuzz", Data = ByteString.CopyFrom(Bytes(random.Next(200))) }.ToByteArray();

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private static byte[] WithLength(byte[] message, uint length)
    {
        var envelope = RawCall.Envelope(message);
        BinaryPrimitives.WriteUInt32BigEndian(envelope.AsSpan(1), length);
        return envelope;
    }
}
