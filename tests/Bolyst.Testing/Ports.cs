using System.Net;
using System.Net.Sockets;

namespace Bolyst.Testing;

/// <summary>Ports for a service of one's own.</summary>
public static class Ports
{
    /// <summary>Two different ports that nobody listens on now.</summary>
    public static (int First, int Second) TwoFree()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
