using System.Net.Sockets;

namespace Bolyst.Cli.Running;

/// <summary>Asks a service on this machine whether it is ready.</summary>
internal sealed class ReadinessProbe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient client;
    private readonly Uri address;

    public ReadinessProbe(Addresses addresses)
    {
        client = new HttpClient(LocalService.Handler(addresses.Tls)) { Timeout = Patience };
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
