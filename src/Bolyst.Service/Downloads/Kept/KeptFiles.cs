using System.Globalization;
using Bolyst.Service.Hosting;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Downloads.Kept;

/// <summary>
/// Files that were asked for, made once however many ask, and kept within <see cref="ServiceLimits.KeptDownloadBytes"/> for the next who
/// asks and for clients that read parts of a file (HTTP ranges), as GDAL does.
/// </summary>
internal sealed class KeptFiles : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, KeptFile> files = new(StringComparer.Ordinal);
    private readonly HashSet<Task> running = [];
    private readonly SemaphoreSlim places;
    private readonly KeptFolder folder;
    private readonly ServiceLimits limits;
    private long asked;

    public KeptFiles(ServerOptions options)
    {
        limits = options.Limits;
        places = new(limits.MaxParallelDownloads);
        folder = new(options.DownloadFolder);
    }

    /// <summary>Where the files lie.</summary>
    public string Folder => folder.Path;

    /// <summary>Holds a file, and begins to make it unless it is there or being made.</summary>
    /// <param name="key">All that the bytes depend on.</param>
    /// <param name="make">Makes it; its file exists and is empty.</param>
    /// <exception cref="BusyException">Too many are being made already.</exception>
    public KeptLease Open(string key, Func<KeptFile, Task> make)
    {
        lock (gate)
        {
            if (!files.TryGetValue(key, out var file))
            {
                if (running.Count >= limits.MaxWaitingDownloads)
                    throw new BusyException();
                file = new(Path.Combine(folder.Path, (++asked).ToString(CultureInfo.InvariantCulture)), limits.MaxDownloadBytes, new());
                files[key] = file;
                var made = MakeAsync(key, file, make);
                running.Add(made);
                _ = made.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }

            file.Readers++;
            file.LastAsked = ++asked;
            return new(this, key, file);
        }
    }

    /// <summary>Takes a place among those that work at a time; dispose it to give it back.</summary>
    public async Task<IDisposable> PlaceAsync(CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        return new Place(places);
    }

    /// <summary>Lets go of a file. One that is not whole and that nobody else holds is given up.</summary>
    public void Release(string key, KeptFile file)
    {
        lock (gate)
        {
            file.Readers--;
            if (file.Readers == 0 && !file.IsWhole)
            {
                Drop(key, file);
                file.Abandon();
            }

            Shrink();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] unfinished;
        lock (gate)
        {
            foreach (var file in files.Values)
            {
                file.Abandon();
            }

            unfinished = [.. running];
        }

        await Task.WhenAll(unfinished);
        folder.Dispose();
        places.Dispose();
    }

    private async Task MakeAsync(string key, KeptFile file, Func<KeptFile, Task> make)
    {
        // Away from the caller, who holds the gate.
        await Task.Yield();
        try
        {
            await File.Create(file.Path).DisposeAsync();
            await make(file);
            lock (gate)
            {
                // Given up while its last byte was written.
                file.Abandoned.ThrowIfCancellationRequested();
                file.Completed();
                Shrink();
            }
        }
        catch (Exception fault)
        {
            // Whoever waits for it gets the fault; the next who asks has it made anew.
            lock (gate)
                Drop(key, file);
            File.Delete(file.Path);
            file.Failed(fault);
        }
    }

    /// <summary>Removes files that nobody reads, those asked for longest ago first, until the rest may stay.</summary>
    private void Shrink()
    {
        var bytes = files.Values.Sum(file => file.Length);
        foreach (var (key, file) in files.Where(entry => entry.Value is { Readers: 0, IsWhole: true }).OrderBy(entry => entry.Value.LastAsked).ToArray())
        {
            if (bytes <= limits.KeptDownloadBytes)
                return;
            bytes -= file.Length;
            Drop(key, file);
            File.Delete(file.Path);
        }
    }

    /// <summary>Forgets a file; another may have its key by now.</summary>
    private void Drop(string key, KeptFile file)
    {
        if (files.TryGetValue(key, out var there) && ReferenceEquals(there, file))
            files.Remove(key);
    }

    private void Forget(Task made)
    {
        lock (gate)
            running.Remove(made);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}

/// <summary>As many files are being made as may be.</summary>
internal sealed class BusyException() : Exception("As many downloads are being made as this service makes at a time. Try again in a minute.");
