using System.Security.Cryptography.X509Certificates;

namespace Bolyst.Cli.Running;

/// <summary>Reaches the service on this machine by HTTP.</summary>
internal static class LocalService
{
    /// <summary>What a client of it needs: no proxy, and over TLS its certificate.</summary>
    /// <param name="tls">Whether it serves TLS.</param>
    public static SocketsHttpHandler Handler(bool tls)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (tls)
        {
            var ours = X509Certificate2.CreateFromPemFile(Environment.GetEnvironmentVariable("BOLYST_CERTIFICATE")!, Environment.GetEnvironmentVariable("BOLYST_CERTIFICATE_KEY"));
            // The service is reached by whatever name; the certificate is the one it was given, or it is not our service.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, theirs, _, _) => theirs is not null && theirs.GetCertHashString() == ours.Thumbprint;
        }

        return handler;
    }
}
