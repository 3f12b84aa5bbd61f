using System.Diagnostics;

namespace Bolyst.Cli.Tests.Harness;

/// <summary>How a process ended and what it said.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>A process that hangs fails its test with what it said so far, instead of holding the suite.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public string All => Output + Error;

    public static async Task<Outcome> OfAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(Limit);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"{process.StartInfo.FileName} did not end:\n{await output}{await error}");
            }

            return new Outcome(process.ExitCode, await output, await error);
        }
    }

    /// <summary>Runs any program.</summary>
    public static Task<Outcome> OfAsync(params string[] call) => OfAsync(Process.Start(new ProcessStartInfo(call[0], call[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!);

    public Outcome ShouldSucceed()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}:\n{All}");
        return this;
    }

    public Outcome ShouldFail(params string[] saying)
    {
        Assert.True(ExitCode == 1, $"exit code {ExitCode}:\n{All}");
        return ShouldSay(saying);
    }

    public Outcome ShouldSay(params string[] words)
    {
        Assert.All(words, word => Assert.Contains(word, All, StringComparison.Ordinal));
        return this;
    }
}
