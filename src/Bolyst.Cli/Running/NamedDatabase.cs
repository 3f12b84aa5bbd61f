using Npgsql;

namespace Bolyst.Cli.Running;

/// <summary>The PostGIS that <c>BOLYST_DATABASE</c> names, in place of the private cluster.</summary>
internal static class NamedDatabase
{
    private const string Variable = "BOLYST_DATABASE";

    /// <summary>Null where the variable is not set.</summary>
    public static string? ConnectionString
    {
        get
        {
            var text = Environment.GetEnvironmentVariable(Variable);
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            Read(text);
            return text;
        }
    }

    /// <summary>Where a connection string leads, without its password.</summary>
    public static string Describe(string connectionString)
    {
        var settings = Read(connectionString);
        return $"{settings.Database} at {settings.Host}:{settings.Port} as {settings.Username}";
    }

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (ArgumentException fault)
        {
            // The text itself may hold a password and is not repeated.
            throw new CommandException(
                $"{Variable} is not a connection string: {fault.Message}",
                "Write it so: BOLYST_DATABASE='Host=localhost;Port=5432;Database=bolyst;Username=bolyst;Password=…'.");
        }
    }
}
