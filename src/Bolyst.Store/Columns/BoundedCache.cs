namespace Bolyst.Store.Columns;

/// <summary>
/// Values loaded on demand and kept until the room is needed, the longest unused first. Callers who want the same key share one
/// load; the load ends early only when the last of them has given up. Safe for concurrent use.
/// </summary>
/// <param name="capacity">Most bytes kept. A larger single value is returned and not kept.</param>
public sealed class BoundedCache<TKey>(long capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> kept = [];
    private readonly LinkedList<Entry> byUse = [];
    private readonly Dictionary<TKey, Load> loading = [];

    /// <summary>Bytes kept now.</summary>
    public long Bytes { get; private set; }

    /// <summary>The value if it is kept.</summary>
    public bool TryGet<TValue>(TKey key, out TValue value)
    {
        lock (gate)
        {
            if (kept.TryGetValue(key, out var node))
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
                value = (TValue)node.Value.Value;
                return true;
            }
        }

        value = default!;
        return false;
    }

    /// <summary>The value, loaded if it is not kept.</summary>
    /// <param name="key">Names the value; one key has one type of value.</param>
    /// <param name="load">Loads it.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="cancellation">This caller gives up.</param>
    public async Task<TValue> GetAsync<TValue>(TKey key, Func<CancellationToken, Task<TValue>> load, Func<TValue, long> size, CancellationToken cancellation)
        where TValue : notnull
    {
        if (TryGet<TValue>(key, out var value))
            return value;

        Load shared;
        lock (gate)
        {
            if (!loading.TryGetValue(key, out shared!))
            {
                shared = new();
                loading.Add(key, shared);
                shared.Result = Task.Run(() => RunAsync(key, shared, load, size), CancellationToken.None);
            }

            shared.Waiting++;
        }

        try
        {
            return (TValue)await shared.Result.WaitAsync(cancellation);
        }
        finally
        {
            Leave(key, shared);
        }
    }

    private async Task<object> RunAsync<TValue>(TKey key, Load shared, Func<CancellationToken, Task<TValue>> load, Func<TValue, long> size)
        where TValue : notnull
    {
        try
        {
            var value = await load(shared.GivenUp.Token);
            lock (gate)
                Keep(key, new(key, value, size(value)));
            return value;
        }
        finally
        {
            lock (gate)
                Forget(key, shared);
        }
    }

    private void Leave(TKey key, Load shared)
    {
        lock (gate)
        {
            if (--shared.Waiting > 0 || shared.Result.IsCompleted)
                return;
            Forget(key, shared); // a newcomer starts afresh instead of joining a load that ends
        }

        shared.GivenUp.Cancel();
    }

    private void Forget(TKey key, Load shared)
    {
        if (loading.TryGetValue(key, out var current) && ReferenceEquals(current, shared))
            loading.Remove(key);
    }

    private void Keep(TKey key, Entry entry)
    {
        if (entry.Bytes > capacity || kept.ContainsKey(key))
            return;
        kept.Add(key, byUse.AddFirst(entry));
        Bytes += entry.Bytes;
        while (Bytes > capacity)
        {
            var longestUnused = byUse.Last!;
            byUse.RemoveLast();
            kept.Remove(longestUnused.Value.Key);
            Bytes -= longestUnused.Value.Bytes;
        }
    }

    private sealed record Entry(TKey Key, object Value, long Bytes);

    private sealed class Load
    {
        // Not disposed: it holds no timer, and a load may still look at its token after the last caller has left.
        public CancellationTokenSource GivenUp { get; } = new();

        public Task<object> Result { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
