using Google.Protobuf;

namespace Bolyst.Rpc.Calls;

/// <summary>The request stream that a handler reads.</summary>
internal sealed class CallReader<T>(RpcCall call) : IAsyncStreamReader<T>
    where T : class, IMessage
{
    private T? current;

    public T Current => current ?? throw new InvalidOperationException("There is no current message: MoveNext has not returned true.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        current = null;
        current = (T?)await call.ReadNextAsync(cancellationToken);
        return current is not null;
    }
}

/// <summary>The response stream that a handler writes.</summary>
internal sealed class CallWriter<T>(RpcCall call) : IServerStreamWriter<T>
    where T : class, IMessage
{
    private int writing;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Interlocked.Exchange(ref writing, 1) == 0
            ? WriteCoreAsync(message)
            : throw new InvalidOperationException("The previous write is not done: await it before the next one.");
    }

    private async Task WriteCoreAsync(T message)
    {
        try
        {
            await call.WriteAsync(message, WriteOptions);
        }
        finally
        {
            Volatile.Write(ref writing, 0);
        }
    }
}
