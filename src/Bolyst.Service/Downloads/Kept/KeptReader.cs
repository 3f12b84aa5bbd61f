namespace Bolyst.Service.Downloads.Kept;

/// <summary>Reads a file to its end, waiting where it still grows.</summary>
internal static class KeptReader
{
    private const int Block = 1 << 16;

    /// <summary>Copies the whole file.</summary>
    /// <param name="file">The file; held by the caller.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task CopyAsync(KeptFile file, Stream output, CancellationToken cancellation)
    {
        await using var input = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        var block = new byte[Block];
        for (var at = 0L; await file.LongerThanAsync(at, cancellation) is var length && length > at;)
        {
            while (at < length)
            {
                var read = await input.ReadAsync(block.AsMemory(0, (int)Math.Min(Block, length - at)), cancellation);
                await output.WriteAsync(block.AsMemory(0, read), cancellation);
                at += read;
            }
        }
    }
}
