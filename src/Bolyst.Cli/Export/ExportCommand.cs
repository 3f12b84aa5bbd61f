using System.CommandLine;
using System.Globalization;
using Bolyst.Cli.Commands;
using Bolyst.Cli.Running;
using Bolyst.Rpc;
using Bolyst.Service.Downloads;
using Bolyst.Service.Tiles;
using Bolyst.Store;

namespace Bolyst.Cli.Export;

/// <summary><c>bolyst export</c>: zones out of the store into a file.</summary>
internal static class ExportCommand
{
    private const string None = "none";
    private const string Tiling = ".pmtiles";

    public static Command Create()
    {
        var zoneSets = new Argument<string>("ZONE_SETS") { Description = "Key of a zone set; for .pmtiles also of several separated by commas, a layer each." };
        var file = new Argument<FileInfo>("FILE")
        {
            Description = $"The file to write. Its ending says the form: {Tiling}, an archive of vector tiles, or {string.Join(", ", DownloadEndings.All)}, as the running service gives them.",
        };
        var indicators = new Option<string?>("--indicators") { Description = "Keys of indicators separated by commas, or 'none'. Default all.", HelpName = "KEYS" };
        var indexes = new Option<string?>("--indexes") { Description = "Keys of indexes separated by commas, or 'none'. Default all.", HelpName = "KEYS" };
        var period = new Option<string?>("--period") { Description = "Period of every indicator. Default the newest of each.", HelpName = "PERIOD" };
        var maxZoom = new Option<int>("--max-zoom") { Description = $"The closest zoom, 0 to {Tiles.MaxZoom}. Default {Tiles.MaxZoom}.", HelpName = "number", DefaultValueFactory = _ => Tiles.MaxZoom };
        var asOf = new Option<long>("--as-of") { Description = "Dataset version. Default the newest.", HelpName = "version" };
        maxZoom.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > Tiles.MaxZoom)
            {
                result.AddError($"--max-zoom is a zoom from 0 to {Tiles.MaxZoom}.");
            }
        });
        var command = new Command(
            "export",
            "Writes zones to a file: whole, or not at all. Tiles are those that the service serves at /tiles, prebuilt: any web server can serve the file, and MapLibre reads it. "
            + "Other files are those of /download, fetched from the service that runs here.")
            {
                zoneSets, file, indicators, indexes, period, maxZoom, asOf,
            }
            .WithExamples(
                "bolyst export elvsund-levekarssone zones.pmtiles",
                "bolyst export elvsund-bydel,elvsund-levekarssone zones.pmtiles --indicators none --indexes none",
                "bolyst export elvsund-levekarssone zones.gpkg.zip --as-of 1",
                "bolyst export elvsund-levekarssone zones.pmtiles --indicators unemployed --period 2020 --max-zoom 12");
        command.SetAction((parsed, cancellation) =>
        {
            var (sets, target, version) = (parsed.GetValue(zoneSets)!, FileOf(parsed.GetValue(file)!), parsed.GetValue(asOf));
            if (EndingOf(target) is Tiling)
            {
                var archive = new TileArchive(sets.Split(',', StringSplitOptions.TrimEntries))
                {
                    Indicators = Keys(parsed.GetValue(indicators)),
                    Indexes = Keys(parsed.GetValue(indexes)),
                    Period = parsed.GetValue(period),
                    MaxZoom = parsed.GetValue(maxZoom),
                    AsOf = version,
                };
                return RunAsync(archive, target, cancellation);
            }

            if (parsed.GetResult(maxZoom) is { Implicit: false })
                throw new CommandException($"--max-zoom is for {Tiling}.", $"Leave it out for {target.Name}.");
            return RunAsync(
                new FetchedFile(
                    sets,
                    EndingOf(target),
                    [
                        ("indicators", parsed.GetValue(indicators)),
                        ("indexes", parsed.GetValue(indexes)),
                        ("period", parsed.GetValue(period)),
                        ("as_of", version == 0 ? null : version.ToString(CultureInfo.InvariantCulture)),
                    ]),
                target,
                cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(FetchedFile fetched, FileInfo file, CancellationToken cancellation)
    {
        var bytes = await fetched.WriteAsync(file, cancellation);
        Terminal.Say(FormattableString.Invariant($"{file.Name}: {bytes / 1e6:0.0} MB"));
        return 0;
    }

    private static async Task<int> RunAsync(TileArchive archive, FileInfo file, CancellationToken cancellation)
    {
        await using var lease = await DatabaseLease.OpenAsync(Terminal.Say, cancellation);
        await using var store = await BolystStore.OpenAsync(lease.ConnectionString, new StoreOptions(), cancellation);
        try
        {
            var (tiles, bytes) = await ExportProgress.RunAsync(file.Name, progress => archive.WriteAsync(store, file.FullName, progress, cancellation));
            Terminal.Say(FormattableString.Invariant($"{file.Name}: {tiles} tiles to zoom {archive.MaxZoom}, {bytes / 1e6:0.0} MB"));
            return 0;
        }
        catch (RpcException refused)
        {
            throw new CommandException(refused.Status.Detail, "Nothing was written.");
        }
    }

    /// <summary>Refuses a file that cannot be written, before anything is begun.</summary>
    private static FileInfo FileOf(FileInfo file)
    {
        if (EndingOf(file).Length == 0)
        {
            throw new CommandException(
                $"{file.Name} does not say by its ending what to write.",
                $"End it with {Tiling} for an archive of vector tiles, or with {string.Join(", ", DownloadEndings.All)}.");
        }

        return file.Directory is { Exists: true }
            ? file
            : throw new CommandException($"There is no folder {file.DirectoryName} to write {file.Name} into.", "Make it first, or name another one.");
    }

    private static string EndingOf(FileInfo file) =>
        DownloadEndings.All.Append(Tiling).Where(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).MaxBy(ending => ending.Length) ?? "";

    private static string[]? Keys(string? text) => text switch
    {
        null => null,
        None => [],
        _ => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };
}
