using Bolyst.Service.Faults;
using Bolyst.Service.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bolyst.Service.Hosting;

/// <summary>How long an address may be (<see cref="ServiceLimits.MaxAddressBytes"/>), and what is told of one that is longer.</summary>
internal static class AddressLength
{
    /// <summary>The server ends a request without a word where it reads no further: so many times the limit, that whoever is a little above it is told.</summary>
    private const int Told = 4;

    /// <summary>Has the server read addresses that can be told to be too long.</summary>
    public static void ReadAddresses(this KestrelServerLimits server, ServiceLimits limits)
    {
        server.MaxRequestLineSize = server.Http2.MaxRequestHeaderFieldSize = Told * limits.MaxAddressBytes;
        server.MaxRequestHeadersTotalSize += Told * limits.MaxAddressBytes;
        server.MaxRequestBufferSize = Math.Max(server.MaxRequestBufferSize ?? 0, server.MaxRequestHeadersTotalSize);
    }

    /// <summary>Tells that the address of a request is too long; null where it is not.</summary>
    public static IResult? Refuse(HttpContext http)
    {
        var most = http.RequestServices.GetRequiredService<ServiceLimits>().MaxAddressBytes;
        var bytes = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length;
        return bytes <= most ? null : HttpFaults.Problem(
            http,
            FormattableString.Invariant($"The address has {bytes} bytes, and may have {most}. Draw the geometry of a filter with fewer corners, or name fewer codes, indicators or breaks."),
            StatusCodes.Status414UriTooLong);
    }
}
