namespace Bolyst.Testing;

/// <summary>Where this checkout lies, so that tests can run its scripts and read its own files.</summary>
public static class Repository
{
    /// <summary>The folder that holds Bolyst.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Bolyst.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No Bolyst.sln above {AppContext.BaseDirectory}.");
    }
}
