using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.Calls;

/// <summary>An address as gRPC writes it (https://github.com/grpc/grpc/blob/master/doc/naming.md).</summary>
internal static class PeerName
{
    public static string Of(ConnectionInfo connection) => connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetwork } address => string.Create(CultureInfo.InvariantCulture, $"ipv4:{address}:{connection.RemotePort}"),
        var address => string.Create(CultureInfo.InvariantCulture, $"ipv6:[{address}]:{connection.RemotePort}"),
    };
}
