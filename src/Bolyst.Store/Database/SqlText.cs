namespace Bolyst.Store.Schema;

/// <summary>The SQL files embedded from <c>Sql/</c>: reviewed as SQL, run as they stand.</summary>
internal static class SqlText
{
    /// <summary>The text of one file, named by its path below <c>Sql/</c>.</summary>
    public static string Read(string path)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"No SQL file '{path}' is embedded in Bolyst.Store.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
