using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Bolyst.Cli.Running;

/// <summary>Asks a service on this machine whether it is ready.</summary>
internal sealed class ReadinessProbe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient client;
    private readonly Uri address;

    public ReadinessProbe(Addresses addresses)
    {
        var handler = new SocketsHttpHandler { UseProxy = false };
        if (addresses.Tls)
        {
            var ours = X509Certificate2.CreateFromPemFile(Environment.GetEnvironmentVariable("BOLYST_CERTIFICATE")!, Environment.GetEnvironmentVariable("BOLYST_CERTIFICATE_KEY"));
            // The probe reaches this machine by whatever name; the certificate is the one the service was given, or it is not our service.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, theirs, _, _) => theirs is not null && theirs.GetCertHashString() == ours.Thumbprint;
        }

        client = new HttpClient(handler) { Timeout = Patience };
        address = new Uri(addresses.Http, "/readyz");
    }

    /// <summary>Whether the service says that it is ready; false also when nobody answers.</summary>
    public async Task<bool> AskAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(address, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException or IOException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();
}
