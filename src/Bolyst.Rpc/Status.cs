namespace Bolyst.Rpc;

/// <summary>How a call ended.</summary>
/// <param name="StatusCode">The code.</param>
/// <param name="Detail">What happened, where, and what to do, for a developer to read. Empty when the code says it all.</param>
public readonly record struct Status(StatusCode StatusCode, string Detail)
{
    /// <summary>Success.</summary>
    public static Status DefaultSuccess { get; } = new(StatusCode.OK, "");

    /// <summary>Cancelled by the caller.</summary>
    public static Status DefaultCancelled { get; } = new(StatusCode.Cancelled, "");
}
