using Bolyst.Service.Hosting;
using Bolyst.Service.Metadata;
using Bolyst.Service.Requests;
using Bolyst.Store;
using Bolyst.Testing;
using Microsoft.AspNetCore.Builder;

namespace Bolyst.Service.Tests.Serving;

/// <summary>A service on real sockets over a store of its own.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly WebApplication app;

    private Served(TestDatabase database, BolystStore store, WebApplication app)
    {
        (this.database, Store, this.app) = (database, store, app);
        Http = new() { BaseAddress = new Uri(app.Urls.First()) };
        GrpcAddress = new Uri(app.Urls.Last());
        Grpc = new(GrpcAddress);
    }

    public BolystStore Store { get; }

    /// <summary>The port of the map.</summary>
    public HttpClient Http { get; }

    public Uri GrpcAddress { get; }

    public GrpcCaller Grpc { get; }

    /// <summary>What the service is made of.</summary>
    public IServiceProvider Services => app.Services;

    public string ConnectionString => database.ConnectionString;

    /// <param name="clock">What today is; null for the machine's clock.</param>
    /// <param name="limits">How much one request may ask for; null for the defaults.</param>
    /// <param name="publisher">Who publishes; null for nobody named.</param>
    public static async Task<Served> StartAsync(TimeProvider? clock = null, ServiceLimits? limits = null, Publisher? publisher = null)
    {
        var database = await TestDatabase.CreateAsync();
        var store = await BolystStore.OpenAsync(database.ConnectionString, new());
        var options = new ServerOptions
        {
            Database = database.ConnectionString,
            Port = 0,
            GrpcPort = 0,
            Clock = clock ?? TimeProvider.System,
            Limits = limits ?? new(),
            Publisher = publisher ?? new(),
        };
        var app = BolystServer.Build(options, store);
        await app.StartAsync();
        return new(database, store, app);
    }

    public async ValueTask DisposeAsync()
    {
        Grpc.Dispose();
        Http.Dispose();
        await app.DisposeAsync();
        await Store.DisposeAsync();
        await database.DisposeAsync();
    }
}
