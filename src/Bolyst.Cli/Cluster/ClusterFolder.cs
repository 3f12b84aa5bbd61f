using System.Security.Cryptography;
using System.Text;
using Bolyst.Cli.Home;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Cluster;

/// <summary>
/// Where the private cluster lies and which user it runs as. PostgreSQL refuses to run as root, so under root it runs as
/// <c>postgres</c>; where that user cannot enter the home (a checkout under <c>/root</c>), the cluster lies in
/// <c>/var/lib/bolyst</c> and the home holds a link to it.
/// </summary>
/// <param name="Path">The real folder, without links: it holds data/, socket/ and the log.</param>
/// <param name="User">The system user that runs PostgreSQL; null: the caller.</param>
internal sealed record ClusterFolder(string Path, string? User)
{
    private const string SystemUser = "postgres";
    private const string Outside = "/var/lib/bolyst";

    /// <summary>sun_path holds 108 bytes with its closing zero.</summary>
    private const int LongestSocketPath = 107;

    private const string SocketName = ".s.PGSQL.5432";

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Log => System.IO.Path.Combine(Path, "postgres.log");

    /// <summary>
    /// The folder of the Unix socket, private to the user. Lies elsewhere when the path is one that a socket
    /// (107 bytes) or a list of hosts (no comma) cannot hold.
    /// </summary>
    public string Socket
    {
        get
        {
            var beside = System.IO.Path.Combine(Path, "socket");
            var fits = Encoding.UTF8.GetByteCount(System.IO.Path.Combine(beside, SocketName)) <= LongestSocketPath && !beside.Contains(',', StringComparison.Ordinal);
            var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 and < 60 } named && User is null ? named : "/tmp";
            return fits ? beside : System.IO.Path.Combine(runtime, "bolyst-" + Fingerprint(Path));
        }
    }

    /// <summary>The socket itself; PostgreSQL locks it by a file of the same name and <c>.lock</c>.</summary>
    public string SocketFile => System.IO.Path.Combine(Socket, SocketName);

    /// <summary>Finds the cluster's folder for a home without making anything; null if there is none yet.</summary>
    public static async Task<ClusterFolder?> FindAsync(BolystHome home, CancellationToken cancellation)
    {
        var place = new DirectoryInfo(home.Postgres);
        if (place.LinkTarget is { } target && !await BelongsToAsync(target, home, cancellation))
        {
            return null;
        }

        return place.Exists ? await AtAsync(place.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? place.FullName, cancellation) : null;
    }

    /// <summary>Finds or makes the cluster's folder for a home.</summary>
    public static async Task<ClusterFolder> PrepareAsync(BolystHome home, CancellationToken cancellation)
    {
        var folder = await FindAsync(home, cancellation) ?? await MakeAsync(home, cancellation);
        await MakeFolderAsync(folder.Socket, folder.User, cancellation);
        return folder;
    }

    private static async Task<ClusterFolder> MakeAsync(BolystHome home, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            await MakeFolderAsync(home.Postgres, null, cancellation);
            return new ClusterFolder(home.Postgres, null);
        }

        if (!(await new Tool("id", SystemUser).RunAsync(cancellation)).Succeeded)
        {
            throw new CommandException(
                $"PostgreSQL refuses to run as root, and this machine has no user '{SystemUser}' to run it as.",
                $"Make one (useradd --system {SystemUser}), or run bolyst as an ordinary user.");
        }

        if (await CanEnterAsync(home.Path, SystemUser, cancellation))
        {
            await MakeFolderAsync(home.Postgres, SystemUser, cancellation);
            return new ClusterFolder(home.Postgres, SystemUser);
        }

        var outside = System.IO.Path.Combine(Outside, Fingerprint(home.Path));
        Directory.CreateDirectory(Outside);
        await MakeFolderAsync(outside, SystemUser, cancellation);
        await File.WriteAllTextAsync(OwnerFile(outside), home.Path, cancellation);
        File.Delete(home.Postgres);
        File.CreateSymbolicLink(home.Postgres, outside);
        return new ClusterFolder(outside, SystemUser);
    }

    private static async Task<ClusterFolder> AtAsync(string path, CancellationToken cancellation)
    {
        var owner = (await new Tool("stat", "--format=%U", path).RunAsync(cancellation)).Output.Trim();
        if (owner == Environment.UserName)
        {
            return new ClusterFolder(path, null);
        }

        return Environment.IsPrivilegedProcess
            ? new ClusterFolder(path, owner)
            : throw new CommandException(
                $"The cluster in {path} belongs to '{owner}', and you are '{Environment.UserName}'.",
                "Run bolyst as the user who started it first (root's cluster runs as 'postgres'), or",
                "set BOLYST_HOME to a folder of your own.");
    }

    /// <summary>
    /// A copied checkout carries the link of its original, and two services on one cluster would be one too many;
    /// a moved one takes its cluster along.
    /// </summary>
    private static async Task<bool> BelongsToAsync(string outside, BolystHome home, CancellationToken cancellation)
    {
        if (!File.Exists(OwnerFile(outside)))
        {
            return false;
        }

        var owner = await File.ReadAllTextAsync(OwnerFile(outside), cancellation);
        if (owner == home.Path)
        {
            return true;
        }

        if (new DirectoryInfo(BolystHome.At(owner).Postgres).LinkTarget == outside)
        {
            return false;
        }

        await File.WriteAllTextAsync(OwnerFile(outside), home.Path, cancellation);
        return true;
    }

    private static string OwnerFile(string outside) => System.IO.Path.Combine(outside, "home");

    private static async Task<bool> CanEnterAsync(string path, string user, CancellationToken cancellation) =>
        (await new Tool("test", "-x", path) { User = user }.RunAsync(cancellation)).Succeeded;

    private static async Task MakeFolderAsync(string path, string? user, CancellationToken cancellation)
    {
        string[] owner = user is null ? [] : [$"--owner={user}"];
        var made = await new Tool("install", ["--directory", "--mode=0700", .. owner, path]).RunAsync(cancellation);
        if (!made.Succeeded)
        {
            throw new CommandException($"Cannot make {path}: {made.Output.Trim()}", "Set BOLYST_HOME to a folder that you may write.");
        }
    }

    private static string Fingerprint(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
