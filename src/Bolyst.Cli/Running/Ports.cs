using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bolyst.Cli.Running;

/// <summary>Whether a port is free, asked before anything is started that would have to be stopped again.</summary>
internal static class Ports
{
    private const int Highest = ushort.MaxValue;
    private const int LowestOfNobody = 20_000;
    private const string Listening = "0A";

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>Fails, naming who has the port if that can be seen, and two ports that are free.</summary>
    public static void RequireFree(IPAddress address, int port, int grpcPort)
    {
        if (port == grpcPort)
        {
            throw new CommandException($"--port and --grpc-port are both {port}.", "Cleartext HTTP/1.1 and HTTP/2 cannot share a port: name two.");
        }

        foreach (var taken in new[] { port, grpcPort }.Where(candidate => !IsFree(address, candidate)))
        {
            var first = NextFree(address, Math.Max(port, grpcPort) + 1);
            throw new CommandException(
                $"Port {taken} is in use{(Holder(taken) is { } holder ? $" by {holder}" : "")}.",
                $"Take others: bolyst up --port {first} --grpc-port {NextFree(address, first + 1)}, or",
                "stop what uses it. If it is a Bolyst of another checkout, './bolyst down' there.");
        }
    }

    /// <summary>Two ports that are free at this moment, above those that people name.</summary>
    public static (int Port, int GrpcPort) FindFree(IPAddress address)
    {
        var port = NextFree(address, LowestOfNobody);
        return (port, NextFree(address, port + 1));
    }

    private static int NextFree(IPAddress address, int from) =>
        Enumerable.Range(from, Highest - from).FirstOrDefault(port => IsFree(address, port));

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // A port in TIME_WAIT after the last stop counts as free, as it does for the service itself.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return true;
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException fault)
        {
            throw new CommandException($"Cannot listen on {address} port {port}: {fault.Message}.", "Choose another with --port, --grpc-port or BOLYST_LISTEN.");
        }
    }

    /// <summary>The process that listens, if this user may see it.</summary>
    private static string? Holder(int port)
    {
        var inodes = Tables.Where(File.Exists)
            .SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && fields[1].EndsWith(":" + port.ToString("X4", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            .Select(fields => $"socket:[{fields[9]}]")
            .ToHashSet(StringComparer.Ordinal);
        var process = Directory.EnumerateDirectories("/proc")
            .Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
            .FirstOrDefault(folder => OpenFiles(folder).Any(inodes.Contains));
        return process is null ? null : $"process {Path.GetFileName(process)} ({File.ReadAllText(Path.Combine(process, "comm")).Trim()})";
    }

    private static IEnumerable<string> OpenFiles(string process)
    {
        try
        {
            return [.. Directory.EnumerateFiles(Path.Combine(process, "fd")).Select(file => new FileInfo(file).LinkTarget ?? "")];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another user's, or ended meanwhile.
            return [];
        }
    }
}
