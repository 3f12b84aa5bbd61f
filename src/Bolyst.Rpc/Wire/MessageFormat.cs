namespace Bolyst.Rpc.Wire;

/// <summary>How a message is written.</summary>
internal enum MessageFormat
{
    /// <summary>Protocol buffers' binary form.</summary>
    Proto,

    /// <summary>Protocol buffers' JSON form (https://protobuf.dev/programming-guides/json/).</summary>
    Json,
}
