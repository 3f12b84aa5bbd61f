namespace Bolyst.Service.Downloads.Kept;

/// <summary>Reads a file to its end, waiting where it still grows.</summary>
internal static class KeptReader
{
    private const int Block = 1 << 16;

    /// <summary>Copies the whole file, whatever there is of it at a time.</summary>
    /// <param name="file">The file; held by the caller.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task CopyAsync(KeptFile file, Stream output, CancellationToken cancellation) => CopyAsync(file, output, least: 1, cancellation);

    /// <summary>Copies the whole file in blocks of one size, so that what compresses them always makes the same of them.</summary>
    /// <param name="file">The file; held by the caller.</param>
    /// <param name="output">Where to.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task CopyBlocksAsync(KeptFile file, Stream output, CancellationToken cancellation) => CopyAsync(file, output, Block, cancellation);

    private static async Task CopyAsync(KeptFile file, Stream output, int least, CancellationToken cancellation)
    {
        // There is no file to open before there is something in it.
        await file.LongerThanAsync(0, cancellation);
        await using var input = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        var block = new byte[Block];
        var at = 0L;
        while (await file.LongerThanAsync(at + least - 1, cancellation) is var length && length > at)
        {
            var part = block.AsMemory(0, (int)Math.Min(Block, length - at));
            await input.ReadExactlyAsync(part, cancellation);
            await output.WriteAsync(part, cancellation);
            at += part.Length;
        }
    }
}
