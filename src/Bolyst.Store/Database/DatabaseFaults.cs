using Npgsql;

namespace Bolyst.Store;

/// <summary>Turns what the driver throws into a <see cref="StoreException"/> that says where and what to do.</summary>
internal static class DatabaseFaults
{
    /// <summary>Runs work on the database.</summary>
    /// <param name="doing">What is being done, for the message: "importing zone set X".</param>
    /// <param name="work">The work.</param>
    public static async Task<T> GuardAsync<T>(string doing, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException fault)
        {
            throw Translate(doing, fault);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is NpgsqlException fault)
        {
            // EF Core wraps faults that might pass, such as a lost connection, to advise a retry.
            throw Translate(doing, fault);
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    public static Task GuardAsync(string doing, Func<Task> work) => GuardAsync(doing, async () =>
    {
        await work();
        return true;
    });

    /// <summary>The store's words for a fault of the driver or the server.</summary>
    public static StoreException Translate(string doing, NpgsqlException fault) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new(
            StoreFault.DiskFull,
            $"The database's disk is full while {doing}; nothing was kept. Free space on the disk that holds PostgreSQL's data and run it again.",
            fault),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName } refused => new(
            StoreFault.DatabaseUnreachable,
            $"PostgreSQL refused the login while {doing}: {refused.MessageText}. Check user, password and database name in BOLYST_DATABASE.",
            fault),
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow } stopped => new(
            StoreFault.ConnectionLost,
            $"PostgreSQL ended the connection while {doing}: {stopped.MessageText}. An unfinished import left nothing behind; run it again when the server is up.",
            fault),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => new(
            StoreFault.ValueRefused,
            $"A text given for {doing} holds the character NUL (U+0000), which no text in the store has. Leave it out.",
            fault),
        PostgresException { SqlState: PostgresErrorCodes.InFailedSqlTransaction } => new(
            StoreFault.DatabaseRefused,
            $"An earlier error ended this import, seen while {doing}; nothing was kept. Mend that error and begin the import again.",
            fault),
        PostgresException server => new(
            StoreFault.DatabaseRefused,
            $"PostgreSQL refused while {doing}: {server.MessageText} (SQLSTATE {server.SqlState}).",
            fault),
        { InnerException: TimeoutException } => new(
            StoreFault.DatabaseRefused,
            $"PostgreSQL took too long {doing}. Try again when it is less busy, or raise 'Command Timeout' in BOLYST_DATABASE.",
            fault),
        _ => new(
            StoreFault.ConnectionLost,
            $"The connection to PostgreSQL failed while {doing}: {fault.Message} An unfinished import left nothing behind; check that the server is up and run it again.",
            fault),
    };
}
