namespace Bolyst.Store;

/// <summary>Limits of a store. Every one has a default that suits a kommune.</summary>
public sealed record StoreOptions
{
    /// <summary>Most memory that the cube's columns take, in bytes. Default 256 MiB; 0 keeps none, so that every read loads.</summary>
    public long CubeBytes { get; init; } = 256L << 20;

    /// <summary>Most memory that kept tiles take, in bytes. Default 128 MiB; at least 1 MiB.</summary>
    public long TileBytes { get; init; } = 128L << 20;

    /// <summary>How long an import waits for another one to end before it is refused. Default 10 seconds.</summary>
    public TimeSpan ImportWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often the dataset version is read again when no notice has come, so that a lost notice delays fresh data, never
    /// hides it. Default 30 seconds.
    /// </summary>
    public TimeSpan VersionPoll { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
