using System.IO.Compression;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Downloads.Readme;
using Bolyst.Service.Hosting;

namespace Bolyst.Service.Downloads;

/// <summary>Makes the files that are asked for, each once.</summary>
internal sealed class DownloadMaker(KeptFiles kept, ServerOptions options)
{
    /// <summary>Holds the file, and begins to make it unless it is there.</summary>
    /// <exception cref="BusyException">Too many are being made already.</exception>
    public KeptLease Open(DownloadOrder order) => kept.Open(order.Key, file => order.Zipped ? ZipAsync(order, file) : BareAsync(order, file));

    private async Task BareAsync(DownloadOrder order, KeptFile file)
    {
        using var place = await kept.PlaceAsync(file.Abandoned);
        await order.Format.WriteAsync(await order.ReadAsync(options.Publisher, file.Abandoned), file, file.Abandoned);
    }

    /// <summary>README first, so that there is something to send at once; the file itself is put in while it grows.</summary>
    private async Task ZipAsync(DownloadOrder order, KeptFile file)
    {
        using var bare = Open(order with { Zipped = false });
        var download = await order.ReadAsync(options.Publisher, file.Abandoned);
        await using var output = new KeptWriter(file);
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            await TextAsync("README.txt", ReadmeText.Write(download));
            await TextAsync("sources.json", SourcesJson.Write(download));
            await TextAsync("record.ttl", download.Record);
            await using var entry = Entry($"{order.Name}.{order.Format.Extension}");
            await KeptReader.CopyBlocksAsync(bare.File, entry, file.Abandoned);

            Stream Entry(string name)
            {
                var made = archive.CreateEntry(name, CompressionLevel.Fastest);
                made.LastWriteTime = download.At;
                return made.Open();
            }

            async Task TextAsync(string name, string text)
            {
                await using (var writer = new StreamWriter(Entry(name)))
                    await writer.WriteAsync(text);
                await output.FlushAsync(file.Abandoned);
            }
        }

        await output.FlushAsync(file.Abandoned);
    }
}
