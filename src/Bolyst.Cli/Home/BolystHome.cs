namespace Bolyst.Cli.Home;

/// <summary>
/// The folder that holds everything Bolyst makes at run time: <c>.bolyst/</c> in the checkout, or where <c>BOLYST_HOME</c> says.
/// </summary>
/// <param name="Path">The folder, as a full path.</param>
internal sealed record BolystHome(string Path)
{
    /// <summary>Held by the one command that runs the private cluster.</summary>
    public string RunLock => In("run.lock");

    /// <summary>Says what the running <c>up</c> is and where it listens.</summary>
    public string RunState => In("run.json");

    /// <summary>The output of an <c>up --detach</c>.</summary>
    public string UpLog => In("up.log");

    /// <summary>The output of the installer of packages.</summary>
    public string InstallLog => In("install.log");

    /// <summary>The files of the demo delivery, while it is loaded.</summary>
    public string Demo => In("demo");

    /// <summary>The private cluster: a folder, or a link to one that the cluster's user can enter.</summary>
    public string Postgres => In("postgres");

    /// <summary>The checkout this command was built from, or null for an installed command (an image).</summary>
    public static string? Checkout { get; } = FindCheckout();

    /// <summary>The home that the environment and the checkout name; the folder exists afterwards.</summary>
    public static BolystHome Find()
    {
        var path = Environment.GetEnvironmentVariable("BOLYST_HOME") is { Length: > 0 } named ? named
            : Checkout is not null ? System.IO.Path.Combine(Checkout, ".bolyst")
            : throw new CommandException("BOLYST_HOME is not set, and this command does not run from a checkout.", "Set BOLYST_HOME to a folder for Bolyst's own files.");
        return At(path);
    }

    /// <summary>A home in a named folder; the folder exists afterwards.</summary>
    public static BolystHome At(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"Cannot make {full}: {fault.Message}", "Set BOLYST_HOME to a folder that you may write.");
        }

        return new BolystHome(full);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static string? FindCheckout()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Bolyst.sln")))
            {
                return directory.FullName;
            }
        }

        return null;
    }
}
