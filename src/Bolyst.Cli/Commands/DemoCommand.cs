using System.CommandLine;
using System.Globalization;
using Bolyst.Cli.Demo;
using Bolyst.Cli.Import;

namespace Bolyst.Cli.Commands;

/// <summary><c>bolyst demo</c>: a delivery of an invented kommune, to try everything on.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "Write the delivery there. Files of the same names are overwritten.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo("elvsund-demo"),
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another number makes another kommune; the same number the same files.",
            HelpName = "N",
            DefaultValueFactory = _ => DemoDelivery.DefaultSeed,
        };
        var import = new Option<bool>("--import") { Description = "Import it too, as 'bolyst import' does." };
        var command = new Command("demo", "Writes a delivery of an invented kommune: description, boundaries, tables, and truths.json, which says what was planted in them.") { folder, seed, import }
            .WithExamples(
                "bolyst demo",
                "bolyst demo --import",
                "bolyst demo --seed 7 --out /tmp/another && bolyst import /tmp/another/delivery.yaml --dry-run");
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(folder)!, parsed.GetValue(seed), parsed.GetValue(import), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, ulong seed, bool import, CancellationToken cancellation)
    {
        string description;
        try
        {
            description = await DemoDelivery.WriteAsync(folder.FullName, seed, cancellation);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new CommandException(fault.Message, "Choose a folder that you may write to: bolyst demo --out DIR");
        }

        Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"The demo of seed {seed} lies in {folder.FullName}"));
        if (import)
        {
            return await ImportCommand.RunAsync(new FileInfo(description), dryRun: false, reportFile: null, cancellation);
        }

        Terminal.Say($"Load it with: bolyst import {description}");
        return 0;
    }
}
