using System.CommandLine;
using Bolyst.Cli.Home;
using Bolyst.Cli.Running;
using Bolyst.Intake;
using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Describing;
using Bolyst.Intake.Description;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Cli.Import;

/// <summary><c>bolyst describe</c>: a draft of a description from the files themselves.</summary>
internal static class DescribeCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Tables and boundary files of one delivery.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "Write the draft there instead of printing it. File names in it are relative to its folder.", HelpName = "FILE" };
        var command = new Command("describe", "Looks at files and drafts their delivery description: columns, encodings, codes of known zone sets, marks. What it guessed is marked. Exit code 0, or 2 when a file cannot be read.")
        {
            files, output,
        }
        .WithExamples("bolyst describe sosialhjelp.csv > sosialhjelp.yaml", "bolyst describe grunnkretser.geojson folketal.csv --output delivery.yaml");
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(files)!, parsed.GetValue(output), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, FileInfo? output, CancellationToken cancellation)
    {
        if (Array.Find(files, f => !f.Exists) is { } missing)
        {
            throw new CommandException($"There is no file '{missing.FullName}'.");
        }

        var folder = output?.DirectoryName ?? Directory.GetCurrentDirectory();
        try
        {
            var draft = await DescriptionDraft.WriteAsync([.. files.Select(f => Named(f, folder))], await KnownZoneSetsAsync(cancellation), new GdalSettings(), IntakeLimits.Default, cancellation);
            await (output is null ? Console.Out.WriteAsync(draft) : File.WriteAllTextAsync(output.FullName, draft, cancellation));
            return 0;
        }
        catch (Exception fault) when (fault is DeliveryFileException or DescriptionException or GdalException)
        {
            await Console.Error.WriteLineAsync($"bolyst: {fault.Message}");
            return ImportCommand.Refused;
        }
    }

    private static DeliveryPath Named(FileInfo file, string folder)
    {
        var relative = Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');
        if (relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
        {
            Console.Error.WriteLine($"bolyst: {file.FullName} lies outside {folder}: keep the description in its folder, or name that folder with base: ${{BOLYST_…}}.");
            relative = file.Name;
        }

        return new DeliveryPath(relative, file.FullName);
    }

    // The store helps to recognise codes, but a draft can be made without it: nothing is started for it, and a store that cannot be asked is said, not an error.
    private static async Task<IReadOnlyList<ZoneSetCodes>> KnownZoneSetsAsync(CancellationToken cancellation)
    {
        try
        {
            var (_, connectionString) = await Standing.FindDatabaseAsync(BolystHome.Find(), cancellation);
            if (connectionString is null || await StoreSummary.ReadAsync(connectionString, cancellation) is null)
            {
                await Console.Error.WriteLineAsync("bolyst: no store runs, so codes are not matched to its zone sets. 'bolyst up' starts it.");
                return [];
            }

            await using var store = await BolystStore.OpenAsync(connectionString, new StoreOptions(), cancellation);
            var known = new List<ZoneSetCodes>();
            foreach (var zoneSet in await store.Catalogue.ListZoneSetsAsync(cancellation: cancellation))
            {
                var axis = await store.Cube.ZonesAsync(zoneSet.Key, cancellation: cancellation);
                known.Add(new ZoneSetCodes(zoneSet.Key, axis.Codes.ToHashSet(StringComparer.Ordinal)));
            }

            return known;
        }
        catch (StoreException fault)
        {
            await Console.Error.WriteLineAsync($"bolyst: the store cannot be asked which zone sets it has, so codes are not matched: {fault.Message}");
            return [];
        }
    }
}
