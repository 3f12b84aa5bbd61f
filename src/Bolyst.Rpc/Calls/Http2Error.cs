namespace Bolyst.Rpc.Calls;

/// <summary>Error codes of HTTP/2 (RFC 9113, section 7).</summary>
internal static class Http2Error
{
    public const int Cancel = 0x8;
}
