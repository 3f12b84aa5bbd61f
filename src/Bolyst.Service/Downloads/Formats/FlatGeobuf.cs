using System.Diagnostics;
using Bolyst.Service.Downloads.Kept;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// FlatGeobuf with its spatial index, made by GDAL's ogr2ogr from the GeoPackage, whose columns have their types written down.
/// </summary>
internal sealed record FlatGeobuf() : DownloadFormat("fgb", "application/flatgeobuf", "FlatGeobuf", FileType: null)
{
    public override bool Grows => false;

    public override DownloadFormat Base { get; } = new GeoPackage();

    public override async Task WriteAsync(Download download, KeptFile file, KeptFile? from, CancellationToken cancellation)
    {
        // GDAL goes by endings, will not write over a file that is no FlatGeobuf, and sorts in a file of its own beside the one it makes.
        var folder = Directory.CreateDirectory(file.Path + ".made");
        try
        {
            var (source, made) = (Path.Combine(folder.FullName, "from.gpkg"), Path.Combine(folder.FullName, "made.fgb"));
            File.CreateSymbolicLink(source, from!.Path);
            await RunAsync(["-f", "FlatGeobuf", made, source, download.Layer.Head.Id], cancellation);
            if (new FileInfo(made).Length > file.MostBytes)
                throw KeptWriter.TooLarge(file.MostBytes);
            File.Move(made, file.Path, overwrite: true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string[] arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo("ogr2ogr", arguments) { UseShellExecute = false, RedirectStandardError = true })
            ?? throw new IOException("ogr2ogr did not start.");
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
                throw new IOException(FormattableString.Invariant($"ogr2ogr ended with {process.ExitCode}: {errors}"));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }
}
