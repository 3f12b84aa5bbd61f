namespace Bolyst.Testing;

/// <summary>
/// The folder of real open data and reference outputs that lies beside the project, never inside it.
/// Found by <c>BOLYST_SHARED</c>, else <c>../shared</c> beside the repository.
/// </summary>
public static class SharedData
{
    /// <summary>The path of a file or folder below the shared folder. Skips the test where the folder is absent; fails it in CI.</summary>
    public static string Require(string relativePath)
    {
        var root = Environment.GetEnvironmentVariable("BOLYST_SHARED") is { Length: > 0 } named
            ? named
            : Path.Combine(Repository.Root, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, relativePath));
        if (File.Exists(path) || Directory.Exists(path))
        {
            // The shipped descriptions name the folder by this variable; what a test imports or starts must find it too.
            Environment.SetEnvironmentVariable("BOLYST_SHARED", Path.GetFullPath(root));
            return path;
        }

        var message = $"Shared data '{relativePath}' is not here: set BOLYST_SHARED to the folder that holds data/ and reference/.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
        {
            Assert.Fail(message);
        }

        Assert.Skip(message);
        return path;
    }
}
