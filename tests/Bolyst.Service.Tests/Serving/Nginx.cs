using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Serving;

/// <summary>nginx in front of a service, with the service under a path, as a kommune puts it beside its own pages.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bolyst-nginx-");
    private readonly Process process;

    private Nginx(Uri service, string path)
    {
        var port = Ports.TwoFree().First;
        Address = new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}{path}");
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        File.WriteAllText(configuration, $$"""
            daemon off; worker_processes 1; pid {{folder}}/pid; error_log stderr warn; events {}
            http {
              access_log off;
              client_body_temp_path {{folder}}; proxy_temp_path {{folder}}; fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
              server {
                listen 127.0.0.1:{{Address.Port}};
                location {{path}} {
                  proxy_pass {{new Uri(service, "/")}};
                  proxy_set_header X-Forwarded-For $remote_addr;
                  proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_set_header X-Forwarded-Host $http_host;
                  proxy_set_header X-Forwarded-Prefix {{path.TrimEnd('/')}};
                }
              }
            }
            """);
        process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", configuration, "-p", folder.FullName, "-e", "stderr"]) { UseShellExecute = false })!;
    }

    /// <summary>Where the service is through it, with a slash at the end.</summary>
    public Uri Address { get; }

    /// <param name="service">The service.</param>
    /// <param name="path">The path it is put under, with a slash at both ends.</param>
    public static async Task<Nginx> StartAsync(Uri service, string path)
    {
        var nginx = new Nginx(service, path);
        while (!nginx.process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", nginx.Address.Port);
                return nginx;
            }
            catch (SocketException)
            {
                await Task.Delay(20);
            }
        }

        await nginx.DisposeAsync();
        throw new InvalidOperationException("nginx did not start; tests/clients/setup brings it.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }
}
