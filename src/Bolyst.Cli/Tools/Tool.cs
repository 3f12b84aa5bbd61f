using System.Diagnostics;
using System.Text;

namespace Bolyst.Cli.Tools;

/// <summary>A call of an outside program, and what came of it.</summary>
/// <param name="File">The program: a path, or a name on PATH.</param>
/// <param name="Arguments">Its arguments, passed as they are, without a shell.</param>
internal sealed record Tool(string File, params IReadOnlyList<string> Arguments)
{
    /// <summary>The folder to run in. Default: the root folder, which every user may enter.</summary>
    public string WorkingDirectory { get; init; } = "/";

    /// <summary>The system user to run as; null: the caller. Only root can name another.</summary>
    public string? User { get; init; }

    /// <summary>Variables set on top of the caller's environment; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Receives each line as it comes, standard output and standard error alike.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>Runs to the end. Cancelling kills the program with all it started.</summary>
    public async Task<ToolResult> RunAsync(CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = StartInfo() };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ToolResult(process.ExitCode, output.ToString());

        void Take(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (output)
            {
                output.AppendLine(line);
            }

            OnLine?.Invoke(line);
        }
    }

    /// <summary>Whether a program of this name is on PATH.</summary>
    public static bool IsOnPath(string name) => Which(name) is not null;

    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Which(string name) =>
        (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(Exists);

    /// <summary>Whether a file is there: a link that leads nowhere is not.</summary>
    public static bool Exists(string path) => System.IO.File.Exists(path) && (System.IO.File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);

    private ProcessStartInfo StartInfo()
    {
        string[] call = User is null
            ? [File, .. Arguments]
            : ["setpriv", $"--reuid={User}", $"--regid={User}", "--init-groups", "--", File, .. Arguments];
        var start = new ProcessStartInfo(call[0], call[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

/// <summary>What an outside program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output and standard error, line by line as they came.</param>
internal sealed record ToolResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines, where programs say why they failed.</summary>
    public IReadOnlyList<string> LastLines(int count) =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(count)];
}
