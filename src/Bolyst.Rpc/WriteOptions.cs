using System.Diagnostics.CodeAnalysis;

namespace Bolyst.Rpc;

/// <summary>How a message is written.</summary>
/// <param name="Flags">The wishes.</param>
public sealed record WriteOptions(WriteFlags Flags)
{
    /// <summary>No wishes.</summary>
    public static WriteOptions Default { get; } = new(WriteFlags.None);
}

/// <summary>Wishes for the writing of a message.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The name is gRPC's.")]
public enum WriteFlags
{
    /// <summary>Send at once, compressed when the call compresses.</summary>
    None = 0,

    /// <summary>More messages follow soon: the message may wait and travel with the next one.</summary>
    BufferHint = 1,

    /// <summary>Leave this message uncompressed.</summary>
    NoCompress = 2,
}
