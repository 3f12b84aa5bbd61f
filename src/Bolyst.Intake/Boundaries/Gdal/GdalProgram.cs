using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>
/// Runs one of GDAL's programs as a child process that is held short: arguments as a list and no shell, an environment of our own,
/// limits on time, memory and output, and an end when the caller cancels.
/// </summary>
internal sealed class GdalProgram(GdalSettings settings)
{
    private const int KeptErrorCharacters = 8_000;

    /// <summary>Runs a program and hands its standard output to <paramref name="read"/>.</summary>
    /// <param name="name">ogrinfo, ogr2ogr, gdalsrsinfo.</param>
    /// <param name="arguments">Its arguments, one by one.</param>
    /// <param name="workspace">The folder the program works in, or null for a program that reads no file.</param>
    /// <param name="read">Reads the output to its end, in the caller's thread.</param>
    /// <param name="ct">Ends the program.</param>
    /// <exception cref="GdalException">The program is missing, fails, reports an error or goes past a limit.</exception>
    public async Task<T> RunAsync<T>(
        string name, IReadOnlyList<string> arguments, GdalWorkspace? workspace, Func<Stream, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        using var process = new Process { StartInfo = StartInfo(name, arguments, workspace) };
        Start(process);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.TimeLimit);
        try
        {
            var errors = ReadErrorsAsync(process.StandardError, limit.Token);
            await using var output = new LimitedStream(process.StandardOutput.BaseStream, settings.OutputBytes);
            T result;
            try
            {
                result = await read(output, limit.Token);
            }
            catch (Exception exception) when (exception is not OperationCanceledException and not GdalException)
            {
                // What the program itself says is nearer to the cause than how its broken output was read.
                await output.CopyToAsync(Stream.Null, limit.Token);
                await process.WaitForExitAsync(limit.Token);
                ThrowIfFailed(name, process, await errors, workspace);
                throw;
            }

            await process.WaitForExitAsync(limit.Token);
            ThrowIfFailed(name, process, await errors, workspace);
            return result;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new GdalException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} was stopped after {settings.TimeLimit.TotalSeconds:0} s. Give it a smaller file, or raise TimeLimit of the GDAL settings."));
        }
        finally
        {
            Stop(process);
        }
    }

    private ProcessStartInfo StartInfo(string name, IReadOnlyList<string> arguments, GdalWorkspace? workspace)
    {
        // prlimit sets the limits and then becomes the program: the same process, no shell in between.
        var start = new ProcessStartInfo("prlimit")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = workspace?.Folder ?? Path.GetTempPath(),
        };
        string[] limits =
        [
            string.Create(CultureInfo.InvariantCulture, $"--as={settings.MemoryBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--fsize={GdalEnvironment.WrittenBytes}"),
            "--core=0",
            "--",
        ];
        foreach (var argument in limits.Append(name).Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        GdalEnvironment.Apply(start.Environment, settings, workspace);
        return start;
    }

    private static void Start(Process process)
    {
        try
        {
            process.Start();
            process.StandardInput.Close();
        }
        catch (Win32Exception exception)
        {
            throw new GdalException("'prlimit' did not start. Install util-linux, which every Debian has.", exception);
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended already, which is what was wanted.
        }
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader, CancellationToken ct)
    {
        var kept = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (kept.Length + line.Length < KeptErrorCharacters)
            {
                kept.AppendLine(line);
            }
        }

        return kept.ToString();
    }

    private void ThrowIfFailed(string name, Process process, string errors, GdalWorkspace? workspace)
    {
        // GDAL may report an error, leave the rest out and still end with 0: an error line counts as failure.
        var said = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("Warning", StringComparison.Ordinal))
            .ToArray();
        if (process.ExitCode == 0 && !said.Any(line => line.StartsWith("ERROR", StringComparison.Ordinal)))
        {
            return;
        }

        var text = string.Join(" ", said);
        if (text.Contains($"execute {name}", StringComparison.Ordinal))
        {
            throw new GdalException($"GDAL's program '{name}' is not on this machine. Install it: apt-get install gdal-bin.");
        }

        text = workspace is null ? text : text.Replace(workspace.Folder + "/", "", StringComparison.Ordinal);
        throw new GdalException(process.ExitCode is 0 or 1 or 2
            ? $"GDAL could not read it: {(text.Length == 0 ? "it gave no reason" : text)}"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{name} broke off (exit code {process.ExitCode}). {text} It may have needed more than the {settings.MemoryBytes >> 20} MiB of memory it may use (MemoryBytes of the GDAL settings)."));
    }
}
