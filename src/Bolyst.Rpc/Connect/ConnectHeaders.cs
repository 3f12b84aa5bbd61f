using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Connect;

/// <summary>Request headers that every kind of Connect call shares.</summary>
internal static class ConnectHeaders
{
    private const int MostTimeoutDigits = 10;

    /// <summary>Checks the protocol version, when told, and returns the time the caller gives the call, or null.</summary>
    /// <exception cref="RpcException">The version or the timeout cannot be understood.</exception>
    public static TimeSpan? Open(IHeaderDictionary headers)
    {
        var version = headers["Connect-Protocol-Version"].ToString();
        if (version is not ("" or "1"))
        {
            throw Invalid($"Connect-Protocol-Version '{version}' is not known; '1' is.");
        }

        var timeout = headers["Connect-Timeout-Ms"].ToString();
        if (timeout.Length == 0)
        {
            return null;
        }

        return timeout.Length <= MostTimeoutDigits && long.TryParse(timeout, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw Invalid($"Connect-Timeout-Ms '{timeout}' is no timeout: up to {MostTimeoutDigits.ToString(CultureInfo.InvariantCulture)} digits are.");
    }

    private static RpcException Invalid(string detail) => new(new Status(StatusCode.InvalidArgument, detail));
}
