using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Bolyst.Rpc.Tests.Raw;

/// <summary>HTTP/2 by hand (RFC 9113), for a client that does what none should: it sends any frame at any time and opens windows as it likes.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    public const byte Data = 0;
    public const byte HeadersFrame = 1;
    public const byte ResetFrame = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte GoAway = 7;
    public const byte WindowUpdate = 8;
    public const byte EndStream = 1;
    public const byte EndHeaders = 4;

    private const int FrameHeaderLength = 9;

    private readonly TcpClient socket = new() { NoDelay = true };
    private readonly ConcurrentDictionary<int, RawStream> streams = new();
    private readonly SemaphoreSlim writing = new(1);
    private readonly TaskCompletionSource goingAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool opensWindows;
    private NetworkStream wire = null!;
    private Task reading = Task.CompletedTask;
    private int nextStream = 1;

    private RawConnection(bool opensWindows) => this.opensWindows = opensWindows;

    /// <summary>Done when the server has said that it takes no more calls on this connection.</summary>
    public Task GoingAway => goingAway.Task;

    /// <summary>Whether the connection is gone.</summary>
    public bool IsClosed => reading.IsCompleted;

    /// <param name="address">The server.</param>
    /// <param name="opensWindows">Whether to take whatever the server sends; without it, only what <see cref="OpenWindowAsync"/> allows.</param>
    /// <param name="initialWindow">How much the server may send on a stream at first, in bytes.</param>
    public static async Task<RawConnection> OpenAsync(Uri address, bool opensWindows = true, int initialWindow = 65535)
    {
        var connection = new RawConnection(opensWindows);
        await connection.socket.ConnectAsync(address.Host, address.Port);
        connection.wire = connection.socket.GetStream();
        await connection.wire.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());

        // HEADER_TABLE_SIZE 0: the server's header blocks stand for themselves. ENABLE_PUSH 0. INITIAL_WINDOW_SIZE.
        var settings = new byte[18];
        Setting(settings, 0, 1, 0);
        Setting(settings, 6, 2, 0);
        Setting(settings, 12, 4, initialWindow);
        await connection.SendAsync(Settings, 0, 0, settings);
        connection.reading = Task.Run(connection.ReadAsync);
        return connection;
    }

    /// <summary>Begins a call; the body follows by <see cref="SendDataAsync"/>.</summary>
    public async Task<int> CallAsync(string path, bool endStream = false, params (string Name, string Value)[] more)
    {
        var id = Interlocked.Add(ref nextStream, 2) - 2;
        streams[id] = new RawStream();
        await SendHeadersAsync(
            id,
            [(":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "localhost"), ("content-type", "application/grpc"), ("te", "trailers"), .. more],
            endStream);
        return id;
    }

    public RawStream Stream(int id) => streams[id];

    /// <summary>Lets go of what came back on a stream that has ended.</summary>
    public void Forget(int id) => streams.TryRemove(id, out _);

    public Task SendHeadersAsync(int stream, IEnumerable<(string, string)> headers, bool endStream) =>
        SendAsync(HeadersFrame, (byte)(EndHeaders | (endStream ? EndStream : 0)), stream, HeaderBlock.Write(headers));

    public Task SendDataAsync(int stream, byte[] bytes, bool endStream) => SendAsync(Data, endStream ? EndStream : (byte)0, stream, bytes);

    public Task ResetAsync(int stream) => SendAsync(ResetFrame, 0, stream, [0, 0, 0, 8]);

    /// <summary>Lets the server send so many bytes more, on a stream, or on the connection as stream 0.</summary>
    public Task OpenWindowAsync(int stream, int bytes)
    {
        var increment = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, bytes);
        return SendAsync(WindowUpdate, 0, stream, increment);
    }

    /// <summary>Sends any frame. Does nothing when the server has closed the connection, which is its right.</summary>
    public async Task SendAsync(byte type, byte flags, int stream, byte[] content)
    {
        var frame = new byte[FrameHeaderLength + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, content.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        content.CopyTo(frame, FrameHeaderLength);
        await writing.WaitAsync();
        try
        {
            await wire.WriteAsync(frame);
        }
        catch (IOException)
        {
            EndAll();
        }
        finally
        {
            writing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        await reading;
        writing.Dispose();
    }

    private static void Setting(byte[] settings, int at, short id, int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(settings.AsSpan(at), id);
        BinaryPrimitives.WriteInt32BigEndian(settings.AsSpan(at + 2), value);
    }

    private async Task ReadAsync()
    {
        var header = new byte[FrameHeaderLength];
        try
        {
            while (true)
            {
                await wire.ReadExactlyAsync(header);
                var content = new byte[BinaryPrimitives.ReadInt32BigEndian(header) >>> 8];
                await wire.ReadExactlyAsync(content);
                await TakeAsync(header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), content);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            EndAll();
        }
    }

    private async Task TakeAsync(byte type, byte flags, int id, byte[] content)
    {
        streams.TryGetValue(id, out var stream);
        switch (type)
        {
            case Data:
                stream?.TakeData(content.Length);
                if (opensWindows && content.Length > 0)
                {
                    await OpenWindowAsync(0, content.Length);
                    await OpenWindowAsync(id, content.Length);
                }

                break;
            case HeadersFrame:
                stream?.TakeHeaders(content);
                break;
            case ResetFrame:
                stream?.End(reset: true);
                return;
            case Settings when flags == 0:
                await SendAsync(Settings, 1, 0, []);
                return;
            case Ping when flags == 0:
                await SendAsync(Ping, 1, 0, content);
                return;
            case GoAway:
                goingAway.TrySetResult();
                return;
            default:
                return;
        }

        if ((flags & EndStream) != 0)
        {
            stream?.End(reset: false);
        }
    }

    private void EndAll()
    {
        foreach (var stream in streams.Values)
        {
            stream.End(reset: true);
        }
    }
}
