using Bolyst.Store.Columns;

namespace Bolyst.Store.Tests.Columns;

public class BoundedCacheTests
{
    [Fact]
    public async Task Callers_who_want_the_same_key_share_one_load()
    {
        var cache = new BoundedCache<string>(100);
        var release = new TaskCompletionSource();
        var loads = 0;
        var callers = Enumerable.Range(0, 20).Select(_ => Get(CancellationToken.None)).ToArray();
        release.SetResult();

        Assert.All(await Task.WhenAll(callers), value => Assert.Equal("verdi", value));
        Assert.Equal(1, loads);

        Task<string> Get(CancellationToken cancellation) => cache.GetAsync(
            "a",
            async _ =>
            {
                Interlocked.Increment(ref loads);
                await release.Task;
                return "verdi";
            },
            _ => 1,
            cancellation);
    }

    [Fact]
    public async Task The_longest_unused_leaves_first_and_the_bound_holds()
    {
        var cache = new BoundedCache<string>(3);
        foreach (var key in new[] { "a", "b", "c" })
            await PutAsync(cache, key, 1);
        Assert.True(cache.TryGet<string>("a", out _));
        await PutAsync(cache, "d", 1);
        await PutAsync(cache, "stor", 4);

        Assert.Equal([true, false, true, true, false], new[] { "a", "b", "c", "d", "stor" }.Select(key => cache.TryGet<string>(key, out _)));
        Assert.Equal(3, cache.Bytes);
    }

    [Fact]
    public async Task A_failed_load_is_told_to_every_caller_and_tried_again()
    {
        var cache = new BoundedCache<string>(100);
        await Assert.ThrowsAsync<InvalidOperationException>(() => cache.GetAsync<string>("a", _ => throw new InvalidOperationException(), _ => 1, CancellationToken.None));

        Assert.Equal("a", await PutAsync(cache, "a", 1));
    }

    [Fact]
    public async Task One_caller_giving_up_leaves_the_load_to_the_others()
    {
        var cache = new BoundedCache<string>(100);
        var release = new TaskCompletionSource<string>();
        using var impatient = new CancellationTokenSource();
        var leaver = cache.GetAsync("a", abandoned => release.Task.WaitAsync(abandoned), _ => 1, impatient.Token);
        var stayer = cache.GetAsync<string>("a", _ => throw new InvalidOperationException("a second load"), _ => 1, CancellationToken.None);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        release.SetResult("verdi");
        Assert.Equal("verdi", await stayer);
    }

    [Fact]
    public async Task The_last_caller_giving_up_ends_the_load_and_the_next_starts_afresh()
    {
        var cache = new BoundedCache<string>(100);
        var ended = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        var leaver = cache.GetAsync<string>(
            "a",
            async abandoned =>
            {
                abandoned.Register(ended.SetResult);
                await Task.Delay(Timeout.Infinite, abandoned);
                return "aldri";
            },
            _ => 1,
            impatient.Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        await ended.Task;
        Assert.Equal("a", await PutAsync(cache, "a", 1));
    }

    private static Task<string> PutAsync(BoundedCache<string> cache, string key, long bytes) =>
        cache.GetAsync(key, _ => Task.FromResult(key), _ => bytes, CancellationToken.None);
}
