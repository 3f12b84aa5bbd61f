using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Hosting;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>Files are made once, sent while they grow, given up when nobody waits, and kept within bounds.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("bolyst-test-");

    public void Dispose() => parent.Delete(recursive: true);

    [Fact]
    public async Task However_many_ask_a_file_is_made_once_and_read_while_it_grows()
    {
        await using var kept = Kept();
        var (made, goOn) = (0, new TaskCompletionSource());
        using var first = kept.Open("a", async file =>
        {
            made++;
            await using var writer = new KeptWriter(file);
            writer.Write("one"u8);
            writer.Flush();
            await goOn.Task;
            writer.Write("two"u8);
            writer.Flush();
        });
        using var second = kept.Open("a", _ => throw new InvalidOperationException("made twice"));

        Assert.Equal(3, await second.File.LongerThanAsync(0, CancellationToken.None));
        Assert.False(second.File.IsWhole);
        using var copy = new MemoryStream();
        var copying = KeptReader.CopyAsync(second.File, copy, CancellationToken.None);
        goOn.SetResult();
        await copying;

        Assert.Equal("onetwo"u8.ToArray(), copy.ToArray());
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task When_the_last_who_waits_leaves_it_is_given_up_and_gone()
    {
        await using var kept = Kept();
        var given = new TaskCompletionSource();
        var first = kept.Open("a", async file =>
        {
            await using var registration = file.Abandoned.Register(given.SetResult);
            await Task.Delay(Timeout.Infinite, file.Abandoned);
        });
        var second = kept.Open("a", _ => Task.CompletedTask);

        first.Dispose();
        Assert.False(given.Task.IsCompleted);
        second.Dispose();
        await given.Task;
        await Eventually(() => Left(kept).Length == 0);
        // The next who asks has it made anew.
        using var third = kept.Open("a", _ => Task.CompletedTask);
        await third.File.WholeAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Those_asked_for_longest_ago_go_first_when_room_is_short()
    {
        await using var kept = Kept(new() { KeptDownloadBytes = 10 });
        await MakeAsync(kept, "old", 6);
        await MakeAsync(kept, "new", 6);

        Assert.Single(Left(kept));
        Assert.Equal(0, await MakeAsync(kept, "new", 6));
        Assert.Equal(1, await MakeAsync(kept, "old", 6));
    }

    [Fact]
    public async Task More_than_may_wait_are_told_so()
    {
        await using var kept = Kept(new() { MaxWaitingDownloads = 1 });
        using var first = kept.Open("a", file => Task.Delay(Timeout.Infinite, file.Abandoned));

        Assert.Throws<BusyException>(() => kept.Open("b", _ => Task.CompletedTask));
    }

    [Fact]
    public async Task The_folder_goes_with_the_service_and_one_that_was_left_goes_with_the_next()
    {
        var left = Directory.CreateDirectory(Path.Combine(parent.FullName, "bolyst-downloads-left"));
        await File.WriteAllTextAsync(Path.Combine(left.FullName, "lock"), "");
        await using (var other = Kept())
        {
            await using var kept = Kept();
            Assert.False(left.Exists && Directory.Exists(left.FullName));
            Assert.True(Directory.Exists(other.Folder));
        }

        Assert.Empty(parent.EnumerateFileSystemInfos());
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var tries = 0; tries < 500 && !holds(); tries++)
            await Task.Delay(20);
        Assert.True(holds());
    }

    private static async Task<int> MakeAsync(KeptFiles kept, string key, int bytes)
    {
        var made = 0;
        using var lease = kept.Open(key, async file =>
        {
            made++;
            await File.WriteAllBytesAsync(file.Path, new byte[bytes]);
        });
        await lease.File.WholeAsync(CancellationToken.None);
        return made;
    }

    private static string[] Left(KeptFiles kept) => [.. Directory.EnumerateFileSystemEntries(kept.Folder).Where(path => Path.GetFileName(path) != "lock")];

    private KeptFiles Kept(ServiceLimits? limits = null) => new(new ServerOptions { Database = "", DownloadFolder = parent.FullName, Limits = limits ?? new() });
}
