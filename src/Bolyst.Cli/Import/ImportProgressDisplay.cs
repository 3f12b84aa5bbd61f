using System.Globalization;
using Bolyst.Intake.Import;
using Spectre.Console;

namespace Bolyst.Cli.Import;

/// <summary>Shows how far an import has come: a bar for each file on a terminal, a line for each step where the output is kept. On standard error, so that the report stands alone.</summary>
internal sealed class ImportProgressDisplay : IProgress<ImportProgress>
{
    private readonly ProgressContext? bars;
    private ProgressTask? bar;
    private (ImportStep Step, string Subject) shown = (default, "");

    private ImportProgressDisplay(ProgressContext? bars) => this.bars = bars;

    /// <summary>Runs work and shows its progress.</summary>
    public static Task<T> RunAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(new ImportProgressDisplay(null));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(bars => work(new ImportProgressDisplay(bars)));
    }

    public void Report(ImportProgress value)
    {
        if ((value.Step, value.Subject) != shown)
        {
            shown = (value.Step, value.Subject);
            Begin(value);
        }

        if (bar is not null && value.Bytes > 0)
        {
            bar.Value = value.BytesRead;
            bar.Description = Markup.Escape(Text(value) + string.Create(CultureInfo.InvariantCulture, $", {value.Rows:N0} rows"));
        }
    }

    private void Begin(ImportProgress value)
    {
        if (bars is null)
        {
            Console.Error.WriteLine($"==> {Text(value)}");
            return;
        }

        if (bar is not null)
        {
            bar.Value = bar.MaxValue;
        }

        bar = bars.AddTask(Markup.Escape(Text(value)), maxValue: Math.Max(value.Bytes, 1));
        bar.IsIndeterminate = value.Bytes == 0;
    }

    private static string Text(ImportProgress value) => value.Step switch
    {
        ImportStep.Hashing => $"hashing {value.Subject}",
        ImportStep.Zones => $"building {value.Subject}",
        ImportStep.Table => $"reading {value.Subject}",
        ImportStep.Sums => $"summing {value.Subject}",
        _ => "making it part of the store",
    };
}
