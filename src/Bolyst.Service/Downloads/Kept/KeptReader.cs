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
        // Opened when there is something to read: until then another file may be put in its place.
        var length = await file.LongerThanAsync(0, cancellation);
        await using var input = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
        var block = new byte[Block];
        for (var at = 0L; length > at; length = await file.LongerThanAsync(at, cancellation))
        {
            while (at < length)
            {
                var part = block.AsMemory(0, (int)Math.Min(Block, length - at));
                await input.ReadExactlyAsync(part, cancellation);
                await output.WriteAsync(part, cancellation);
                at += part.Length;
            }
        }
    }
}
