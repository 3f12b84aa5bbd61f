namespace Bolyst.Store;

/// <summary>What went wrong in the store, for programs.</summary>
public enum StoreFault
{
    /// <summary>No PostgreSQL answers, or it refuses the login.</summary>
    DatabaseUnreachable,

    /// <summary>PostGIS is not installed in the database and cannot be created by this role.</summary>
    PostgisMissing,

    /// <summary>The database was migrated by a newer Bolyst.</summary>
    DatabaseNewer,

    /// <summary>The connection broke in the middle of the work; an import is rolled back.</summary>
    ConnectionLost,

    /// <summary>The database's disk is full; an import is rolled back.</summary>
    DiskFull,

    /// <summary>The database refused for another reason; its own words are in the message.</summary>
    DatabaseRefused,

    /// <summary>Another import runs.</summary>
    ImportInProgress,

    /// <summary>A delivery with the same hash is in the store already.</summary>
    DeliveryKnown,

    /// <summary>An outline is invalid, empty, without area, of the wrong type or in the wrong reference system.</summary>
    OutlineRefused,

    /// <summary>The same thing is given twice in one delivery.</summary>
    GivenTwice,

    /// <summary>A name or number that the store does not hold.</summary>
    Unknown,

    /// <summary>A value that cannot stand, for example a number that is missing where the status says there is one.</summary>
    ValueRefused,
}

/// <summary>An error of the store: says what happened, where, and what to do.</summary>
public sealed class StoreException(StoreFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What went wrong, for programs.</summary>
    public StoreFault Fault { get; } = fault;
}
