using System.Net;

namespace Bolyst.Cli.Running;

/// <summary>Where the service listens.</summary>
/// <param name="Listen">The address, such as 127.0.0.1 or 0.0.0.0.</param>
/// <param name="Port">HTTP: the map, health, gRPC-Web and Connect.</param>
/// <param name="GrpcPort">gRPC.</param>
/// <param name="Tls">Whether both are served over TLS.</param>
internal sealed record Addresses(string Listen, int Port, int GrpcPort, bool Tls)
{
    /// <summary>The map, as a person or a probe on this machine reaches it.</summary>
    public Uri Http => new($"{(Tls ? "https" : "http")}://{Host}:{Port}");

    /// <summary>The gRPC target, as a client on this machine names it.</summary>
    public string Grpc => $"{Host}:{GrpcPort}";

    private string Host => IPAddress.Parse(Listen) switch
    {
        var any when any.Equals(IPAddress.Any) || any.Equals(IPAddress.IPv6Any) => "localhost",
        var loopback when IPAddress.IsLoopback(loopback) => "localhost",
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } six => $"[{six}]",
        var other => other.ToString(),
    };
}
