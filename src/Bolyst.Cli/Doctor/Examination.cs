using System.Net;
using Bolyst.Cli.Cluster;
using Bolyst.Cli.Home;
using Bolyst.Cli.Requirements;
using Bolyst.Cli.Running;
using Bolyst.Cli.Tools;
using Bolyst.Store;

namespace Bolyst.Cli.Doctor;

/// <summary>Looks at everything <c>up</c> and <c>import</c> depend on, and changes nothing.</summary>
internal static class Examination
{
    private const long ScarceBytes = 1L << 30;

    public static async IAsyncEnumerable<Finding> RunAsync(
        BolystHome home, Addresses addresses, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await SdkAsync(cancellation);
        foreach (var requirement in Requirement.ToRun(NamedDatabase.ConnectionString is null))
        {
            yield return await LookForAsync(requirement, cancellation);
        }

        yield return Home(home);
        yield return NamedDatabase.ConnectionString is { } named ? await NamedDatabaseAsync(named, cancellation) : await ClusterAsync(home, cancellation);
        yield return PortsOf(home, addresses);
        foreach (var client in new[] { "node", "npm", "python3" })
        {
            yield return Tool.Which(client) is { } path
                ? new Finding(client, Gravity.Good, path)
                : new Finding(client, Gravity.Note, "not found: only 'bolyst test' and the examples need it");
        }
    }

    private static async Task<Finding> SdkAsync(CancellationToken cancellation) =>
        Tool.Which("dotnet") is { } dotnet
            ? new Finding(".NET SDK", Gravity.Good, $"{(await new Tool(dotnet, "--version") { WorkingDirectory = BolystHome.Checkout ?? "/" }.RunAsync(cancellation)).LastLines(1).SingleOrDefault()} ({dotnet})")
            : new Finding(".NET SDK", Gravity.Note, "not found: needed to build a checkout, not to run what is built");

    private static async Task<Finding> LookForAsync(Requirement requirement, CancellationToken cancellation)
    {
        if (await requirement.Find(cancellation) is { } found)
        {
            return new Finding(requirement.Name, Gravity.Good, found);
        }

        return await Apt.FindAsync(cancellation) is null
            ? new Finding(requirement.Name, Gravity.Fault, $"not found ({requirement.Purpose})", Installer.WaysOut([requirement]))
            : new Finding(requirement.Name, Gravity.Note, $"not found ({requirement.Purpose}): 'bolyst up' will install it");
    }

    private static Finding Home(BolystHome home)
    {
        var free = new DriveInfo(home.Path).AvailableFreeSpace;
        return free < ScarceBytes
            ? new Finding("disk", Gravity.Note, $"{free >> 20} MB free for {home.Path}", "Free some space, or set BOLYST_HOME to a folder on another disk.")
            : new Finding("disk", Gravity.Good, $"{free >> 30} GB free for {home.Path}");
    }

    private static async Task<Finding> ClusterAsync(BolystHome home, CancellationToken cancellation)
    {
        const string Subject = "private database";
        try
        {
            if (await ClusterFolder.FindAsync(home, cancellation) is not { } folder || ClusterVersion.Of(folder.Data) is not { } version)
            {
                return new Finding(Subject, Gravity.Good, "none yet: 'bolyst up' makes it");
            }

            ClusterVersion.Choose(folder.Data, await PostgresInstallation.FindAsync(cancellation));
            var processes = ClusterProcesses.Find(folder.Data);
            return processes.Postmaster is { } postmaster ? new Finding(Subject, Gravity.Good, $"PostgreSQL {version} runs in {folder.Path} (process {postmaster})")
                : processes.All.Count > 0 ? new Finding(Subject, Gravity.Note, $"PostgreSQL was killed; its processes {string.Join(", ", processes.All)} still end in {folder.Data}", $"If they stay: kill {string.Join(' ', processes.All)}")
                : File.Exists(ClusterProcesses.LockFile(folder.Data)) ? new Finding(Subject, Gravity.Note, $"PostgreSQL was killed last time; the next start clears its lock in {folder.Data} and recovers by itself")
                : new Finding(Subject, Gravity.Good, $"PostgreSQL {version} in {folder.Path}, stopped");
        }
        catch (CommandException fault)
        {
            return Finding.From(Subject, fault);
        }
    }

    private static async Task<Finding> NamedDatabaseAsync(string connectionString, CancellationToken cancellation)
    {
        const string Subject = "BOLYST_DATABASE";
        try
        {
            var store = await StoreSummary.ReadAsync(connectionString, cancellation);
            return new Finding(Subject, Gravity.Good, $"{NamedDatabase.Describe(connectionString)}: {(store is null ? "no store yet, 'bolyst up' makes it" : $"dataset version {store.DatasetVersion}")}");
        }
        catch (StoreException fault)
        {
            return new Finding(Subject, Gravity.Fault, fault.Message);
        }
    }

    private static Finding PortsOf(BolystHome home, Addresses addresses)
    {
        const string Subject = "ports";
        if (RunState.Read(home) is { Supervisor.Lives: true } run)
        {
            return new Finding(Subject, Gravity.Good, $"{run.Addresses.Port} and {run.Addresses.GrpcPort}, held by the running Bolyst");
        }

        try
        {
            Ports.RequireFree(IPAddress.Parse(addresses.Listen), addresses.Port, addresses.GrpcPort);
            return new Finding(Subject, Gravity.Good, $"{addresses.Port} and {addresses.GrpcPort} are free");
        }
        catch (CommandException fault)
        {
            return Finding.From(Subject, fault);
        }
    }
}
