using Spectre.Console;

namespace Bolyst.Cli.Export;

/// <summary>Shows how far an export has come: a bar on a terminal, a line for each tenth where the output is kept. On standard error.</summary>
internal sealed class ExportProgress : IProgress<(int Done, int All)>
{
    private readonly string subject;
    private readonly ProgressTask? bar;
    private int shown = -1;

    private ExportProgress(string subject, ProgressTask? bar) => (this.subject, this.bar) = (subject, bar);

    /// <summary>Runs work and shows its progress.</summary>
    public static Task<T> RunAsync<T>(string subject, Func<IProgress<(int Done, int All)>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(new ExportProgress(subject, null));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bars => work(new ExportProgress(subject, bars.AddTask(Markup.Escape(subject), autoStart: true, maxValue: 1))));
    }

    public void Report((int Done, int All) value)
    {
        if (bar is not null)
        {
            (bar.MaxValue, bar.Value) = (value.All, value.Done);
            return;
        }

        var tenth = 10 * value.Done / value.All;
        if (tenth > shown)
        {
            shown = tenth;
            Console.Error.WriteLine($"==> {subject}: {value.Done} of {value.All} tiles");
        }
    }
}
