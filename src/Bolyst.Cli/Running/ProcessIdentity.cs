using System.Globalization;
using System.Text.Json.Serialization;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Running;

/// <summary>
/// One process and no other: ids are handed out again after a process ends and after a restart of the machine,
/// so the start is part of the identity.
/// </summary>
/// <param name="Id">The process id.</param>
/// <param name="Start">The boot of the machine and the clock tick after it at which the process started.</param>
internal sealed record ProcessIdentity(int Id, string Start)
{
    private const int StartTimeAfterName = 19;

    /// <summary>Whether this very process still runs.</summary>
    [JsonIgnore]
    public bool Lives => StartOf(Id) == Start;

    /// <summary>The process that calls.</summary>
    public static ProcessIdentity Own { get; } = Of(Environment.ProcessId);

    /// <summary>The identity of a process that runs now.</summary>
    public static ProcessIdentity Of(int id) => new(id, StartOf(id) ?? "");

    /// <summary>Asks the process to end (SIGTERM) and waits; false if it still lives after the time given.</summary>
    public async Task<bool> TerminateAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await SignalAsync("TERM", cancellation);
        return await EndsAsync(patience, cancellation);
    }

    /// <summary>Ends the process without asking it (SIGKILL).</summary>
    public Task KillAsync(CancellationToken cancellation) => SignalAsync("KILL", cancellation);

    /// <summary>Waits for the process to end; false if it still lives after the time given.</summary>
    public async Task<bool> EndsAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (Lives)
        {
            if (TimeProvider.System.GetElapsedTime(begun) > patience)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }

        return true;
    }

    private async Task SignalAsync(string signal, CancellationToken cancellation)
    {
        if (Lives)
        {
            await new Tool("sh", "-c", $"kill -{signal} {Id.ToString(CultureInfo.InvariantCulture)}").RunAsync(cancellation);
        }
    }

    private static string? StartOf(int id)
    {
        try
        {
            // The second field, the program's name, may hold spaces and brackets: count from its last closing bracket.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            const string Zombie = "Z";
            return fields[0] == Zombie ? null : File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim() + "/" + fields[StartTimeAfterName];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
