namespace Bolyst.Service.Downloads.Kept;

/// <summary>Holds a file, so that it is made and stays. Dispose it when done.</summary>
internal sealed class KeptLease(KeptFiles files, string key, KeptFile file) : IDisposable
{
    private KeptFiles? holder = files;

    public KeptFile File { get; } = file;

    public void Dispose() => Interlocked.Exchange(ref holder, null)?.Release(key, File);
}
