namespace Bolyst.Rpc.Wire;

/// <summary>Base64 with or without padding, in the standard and the URL-safe alphabet.</summary>
internal static class Base64Text
{
    /// <summary>The bytes, or null when the text is no base64.</summary>
    public static byte[]? Decode(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        var padded = standard.PadRight((standard.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? bytes[..written] : null;
    }
}
