using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.InteropServices;
using Bolyst.Store;

namespace Bolyst.Cli;

/// <summary>The root of the command line: a command plugs in by standing in <c>Program.cs</c>.</summary>
public static class BolystCommandLine
{
    private const int Failed = 1;
    private const int Cancelled = 130;
    private const int DiskFull = 28; // ENOSPC

    private static readonly Dictionary<Command, string[]> Examples = [];

    /// <summary>Adds examples below a command's <c>--help</c>.</summary>
    public static TCommand WithExamples<TCommand>(this TCommand command, params string[] examples)
        where TCommand : Command
    {
        Examples[command] = examples;
        return command;
    }

    /// <summary>Runs the command the arguments name. Ctrl-C, SIGTERM and SIGHUP cancel it; a second Ctrl-C ends it at once.</summary>
    public static async Task<int> RunAsync(string[] args, params Command[] commands)
    {
        var root = new RootCommand("Bolyst: from a delivery of register indicators and boundaries to a kommune's levekår map.")
            .WithExamples("bolyst up", "bolyst import delivery.yaml --dry-run", "bolyst status");
        foreach (var command in commands)
        {
            root.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        using var cancellation = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel);
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            return await root.Parse(args).InvokeAsync(invocation, cancellation.Token);
        }
        catch (CommandException fault)
        {
            await Console.Error.WriteLineAsync($"bolyst: {fault.Message}");
            foreach (var step in fault.WayOut)
            {
                await Console.Error.WriteLineAsync($"  {step}");
            }

            return Failed;
        }
        catch (StoreException fault)
        {
            await Console.Error.WriteLineAsync($"bolyst: {fault.Message}");
            return Failed;
        }
        catch (IOException fault) when (fault.HResult == DiskFull)
        {
            await Console.Error.WriteLineAsync($"bolyst: a disk is full: {fault.Message}");
            await Console.Error.WriteLineAsync("  Free some space, or set BOLYST_HOME to a folder on another disk.");
            return Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("bolyst: cancelled");
            return Cancelled;
        }

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        }
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            if (Examples.TryGetValue(parseResult.CommandResult.Command, out var examples))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine("  " + example);
                }

                output.WriteLine();
            }

            return exitCode;
        }
    }
}
