using System.Security.Cryptography.X509Certificates;
using Bolyst.Service.Analysis;
using Bolyst.Service.Comparisons;
using Bolyst.Service.Deliveries;
using Bolyst.Service.Downloads;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Faults;
using Bolyst.Service.Indexes;
using Bolyst.Service.Indicators;
using Bolyst.Service.Layers;
using Bolyst.Service.Metadata;
using Bolyst.Service.Ogc;
using Bolyst.Service.Omradesatsinger;
using Bolyst.Service.Reading;
using Bolyst.Service.Site;
using Bolyst.Service.Styles;
using Bolyst.Service.Styles.Drawing;
using Bolyst.Service.Tiles;
using Bolyst.Service.Zones;
using Bolyst.Store;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bolyst.Service.Hosting;

/// <summary>The service as a whole: opens the store, maps every slice, listens.</summary>
public static class BolystServer
{
    /// <summary>Serves until cancelled.</summary>
    /// <param name="options">How to serve.</param>
    /// <param name="cancellation">Stops: new calls are refused, running ones may end.</param>
    /// <exception cref="StoreException">The database cannot be opened.</exception>
    /// <exception cref="IOException">A port is in use.</exception>
    public static async Task RunAsync(ServerOptions options, CancellationToken cancellation = default)
    {
        await using var store = await BolystStore.OpenAsync(options.Database, options.Store, cancellation);
        await using var app = Build(options, store);
        await app.RunAsync(cancellation);
    }

    /// <summary>The application over an open store, not yet started.</summary>
    public static WebApplication Build(ServerOptions options, BolystStore store)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(options.Limits)
            .AddSingleton(options.Site)
            .AddSingleton(options.Clock)
            .AddSingleton(store)
            .AddSingleton<Datasets>()
            .AddSingleton<Neighbourhoods>()
            .AddSingleton<LayerReader>()
            .AddSingleton<LayerCatalogue>()
            .AddHostedService<LayersAhead>()
            .AddSingleton<StyleReader>()
            .AddSingleton<Rasterizer>()
            .AddSingleton<Sprite>()
            .AddSingleton<KeptFiles>()
            .AddSingleton<DownloadMaker>()
            .AddSingleton<TileReader>()
            .AddCompression()
            .AddRpc(rpc =>
            {
                rpc.Interceptors.Add<FaultInterceptor>();
                rpc.ConnectResponseCompression = "gzip";
            });
        var app = builder.Build();
        app.UseProxies(options);
        app.UseCompression();
        Serve<ZoneService>(V1.ZoneServiceReflection.Descriptor);
        Serve<IndicatorService>(V1.IndicatorServiceReflection.Descriptor);
        Serve<IndexService>(V1.IndexServiceReflection.Descriptor);
        Serve<ComparisonService>(V1.ComparisonServiceReflection.Descriptor);
        Serve<AnalysisService>(V1.AnalysisServiceReflection.Descriptor);
        Serve<OmradesatsingService>(V1.OmradesatsingServiceReflection.Descriptor);
        Serve<DeliveryService>(V1.DeliveryServiceReflection.Descriptor);
        app.MapRpcHealth();
        app.MapRpcReflection();
        app.MapSite();
        app.MapProbes();
        app.MapTiles();
        app.MapStyles();
        app.MapOgc();
        app.MapDownloads();
        app.MapMetadata();
        return app;

        void Serve<TService>(FileDescriptor file)
            where TService : class => app.MapRpcService<TService>(file.Services[0]);
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.Limits.ReadAddresses(options.Limits);
        var certificate = options.Certificate is { Length: > 0 } path ? X509Certificate2.CreateFromPemFile(path, options.CertificateKey) : null;

        // Cleartext HTTP/1.1 and HTTP/2 cannot share a port: without TLS there is no negotiation.
        Listen(options.Port, certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2);
        Listen(options.GrpcPort, HttpProtocols.Http2);

        void Listen(int port, HttpProtocols protocols) => kestrel.Listen(options.Listen, port, listen =>
        {
            listen.Protocols = protocols;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        });
    }
}
