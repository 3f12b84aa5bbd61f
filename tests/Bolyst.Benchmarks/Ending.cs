using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Bolyst.Testing;

namespace Bolyst.Benchmarks;

/// <summary>Ends a benchmark that is asked to (Ctrl-C, SIGTERM) as one that is done ends: its servers stop and its databases are dropped.</summary>
internal sealed class Ending : IDisposable
{
    private static readonly ConcurrentDictionary<IDisposable, bool> Servers = [];

    private readonly PosixSignalRegistration[] signals;

    /// <summary>Waits for the signals until disposed.</summary>
    public Ending() => signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, End), PosixSignalRegistration.Create(PosixSignal.SIGTERM, End)];

    /// <summary>Notes a server that must not outlive the benchmark.</summary>
    public static void Began(IDisposable server) => Servers.TryAdd(server, true);

    /// <summary>Notes that a server has stopped.</summary>
    /// <returns>False when it had already.</returns>
    public static bool Ended(IDisposable server) => Servers.TryRemove(server, out _);

    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }
    }

    private static void End(PosixSignalContext context)
    {
        context.Cancel = true;
        foreach (var server in Servers.Keys)
        {
            server.Dispose();
        }

        TestDatabase.DropAllAsync().GetAwaiter().GetResult();
        Environment.Exit(1);
    }
}
