using Bolyst.Benchmarks.Rpc;
using Bolyst.Service.Hosting;
using Bolyst.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bolyst.Benchmarks.Gis;

/// <summary>Servers under load, each in a process of its own: Bolyst, with and without its caches, and Kestrel serving bytes alone.</summary>
internal static class GisServer
{
    public const string Cached = "cached";
    public const string Uncached = "uncached";
    public const string Unread = "unread";
    private const string Bytes = "bytes";

    /// <summary>Bolyst over a database.</summary>
    /// <param name="ground">The database.</param>
    /// <param name="caching"><see cref="Cached"/>, <see cref="Uncached"/>, or <see cref="Unread"/> for no layer read before it is asked for.</param>
    public static Task<ServerProcess> BolystAsync(Ground ground, string caching)
    {
        Environment.SetEnvironmentVariable("BOLYST_DATABASE", ground.ConnectionString);
        return ServerProcess.StartAsync(Environment.ProcessPath!, "tiles", "serve", caching);
    }

    /// <summary>Kestrel with the files of a folder in memory, by their paths.</summary>
    public static Task<ServerProcess> KestrelAsync(string folder) => ServerProcess.StartAsync(Environment.ProcessPath!, "tiles", "serve", Bytes, folder);

    /// <summary>Serves until killed.</summary>
    public static async Task<int> ServeAsync(string[] arguments)
    {
        if (arguments[0] is Bytes)
        {
            await ServeBytesAsync(arguments[1]);
            return 0;
        }

        var options = ServerOptions.Read([]) with { Port = 0, GrpcPort = 0 };
        if (arguments[0] is Uncached)
            options = options with { Store = options.Store with { TileBytes = 0 }, Limits = options.Limits with { TileBytes = 0 } };
        if (arguments[0] is Unread)
            options = options with { Limits = options.Limits with { LayerBytes = 0 } };
        await using var store = await BolystStore.OpenAsync(options.Database, options.Store);
        await using var app = BolystServer.Build(options, store);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task ServeBytesAsync(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            file => "/" + Path.GetRelativePath(folder, file), File.ReadAllBytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(Testing.Ports.TwoFree().First, listen => listen.Protocols = HttpProtocols.Http1));
        await using var app = builder.Build();
        app.Run(async http =>
        {
            var bytes = files[http.Request.Path.Value!];
            http.Response.ContentType = "application/vnd.mapbox-vector-tile";
            http.Response.ContentLength = bytes.Length;
            await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
    }

}
