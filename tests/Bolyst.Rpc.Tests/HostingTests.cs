using System.Net;
using System.Threading.RateLimiting;
using Bolyst.Rpc.Testing;
using Bolyst.Rpc.Tests.Raw;
using Bolyst.Rpc.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bolyst.Rpc.Tests;

/// <summary>Services are endpoints like any other, and a class that does not fit its contract does not start.</summary>
public sealed class HostingTests
{
    private const string Service = "/bolyst.rpc.testing.ProbeService/";

    [Fact]
    public async Task A_class_that_lacks_methods_fails_at_the_start_and_is_told_which()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestHost.StartAsync(map: app => app.MapRpcService<Halfway>(ProbeReflection.Descriptor.Services[0])));
        Assert.Equal(
            """
            Bolyst.Rpc.Tests.HostingTests+Halfway does not handle bolyst.rpc.testing.ProbeService whole. Missing:
              public Task<Note> Send(IAsyncStreamReader<Note>, ServerCallContext)
              public Task Watch(Note, IServerStreamWriter<Note>, ServerCallContext)
            """,
            error.Message);
    }

    [Fact]
    public async Task A_forgotten_AddRpc_is_told()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        await using var app = builder.Build();
        Assert.Contains("AddRpc", Assert.Throws<InvalidOperationException>(() => app.MapRpcHealth()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_is_told_at_the_start()
    {
        var error = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TestHost.StartAsync(options => options.ResponseCompression = "br"));
        Assert.Contains("ResponseCompression must be 'gzip'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorization_and_rate_limits_apply_as_to_any_endpoint()
    {
        await using var host = await TestHost.StartAsync(
            build: builder =>
            {
                builder.Services.AddAuthentication("none").AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NobodyHandler>("none", null);
                builder.Services.AddAuthorization();
                builder.Services.AddRateLimiter(limits => limits.AddPolicy("none", _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new ConcurrencyLimiterOptions { PermitLimit = 1 })));
            },
            map: app =>
            {
                app.UseRateLimiter();
                app.MapRpcService<Limited>(Grpc.Testing.TestReflection.Descriptor.Services[1]).RequireAuthorization(policy => policy.RequireClaim("writer")).RequireRateLimiting("none");
            });
        using var call = new RawCall(host.Http2, "/grpc.testing.UnimplementedService/UnimplementedCall");
        Assert.Equal(HttpStatusCode.Unauthorized, (await call.SendAsync(new Grpc.Testing.Empty())).HttpStatus);
    }

    [Fact]
    public async Task Interceptors_stand_around_calls_in_their_order()
    {
        var seen = new List<string>();
        await using var host = await TestHost.StartAsync(options =>
        {
            options.Interceptors.Add(new Named("outer", seen));
            options.Interceptors.Add(new Named("inner", seen));
        });
        host.Probe.OnAsk = (request, _) =>
        {
            seen.Add("handler");
            return Task.FromResult(request);
        };
        using var unary = new RawCall(host.Http2, Service + "Ask");
        await unary.SendAsync(new Note());
        Assert.Equal(["outer", "inner", "handler", "/inner", "/outer"], seen);

        seen.Clear();
        foreach (var method in new[] { "Send", "Watch", "Talk" })
        {
            using var call = new RawCall(host.Http2, Service + method);
            Assert.Equal(StatusCode.OK, (await call.SendAsync(new Note())).Status);
            Assert.Equal(["outer", "inner", "/inner", "/outer"], seen);
            seen.Clear();
        }
    }

    [Fact]
    public async Task A_registered_class_comes_from_the_services_of_the_call()
    {
        await using var host = await TestHost.StartAsync(
            build: builder => builder.Services.AddScoped<Limited>(),
            map: app => app.MapRpcService<Limited>(Grpc.Testing.TestReflection.Descriptor.Services[1]));
        var before = Limited.Made;
        for (var time = 1; time <= 2; time++)
        {
            using var call = new RawCall(host.Http2, "/grpc.testing.UnimplementedService/UnimplementedCall");
            Assert.Equal(StatusCode.OK, (await call.SendAsync(new Grpc.Testing.Empty())).Status);
            Assert.Equal(before + time, Limited.Made);
        }
    }

    [Fact]
    public async Task Other_origins_may_call_when_a_setting_names_them()
    {
        await using var host = await TestHost.StartAsync(
            options => options.AllowedOrigins.Add("https://kart.example.no"),
            map: app => app.UseCors());
        using var client = new HttpClient();
        foreach (var (origin, allowed) in new[] { ("https://kart.example.no", true), ("https://other.example.no", false) })
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri(host.Http1, Service + "Ask"));
            preflight.Headers.Add("Origin", origin);
            preflight.Headers.Add("Access-Control-Request-Method", "POST");
            preflight.Headers.Add("Access-Control-Request-Headers", "content-type,connect-protocol-version");
            using var response = await client.SendAsync(preflight);
            Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        }

        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Http1, Service + "Ask")) { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };
        call.Headers.Add("Origin", "https://kart.example.no");
        using var answer = await client.SendAsync(call);
        Assert.Equal("https://kart.example.no", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("grpc-status", answer.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Other_paths_stay_the_applications_own()
    {
        await using var host = await TestHost.StartAsync(map: app => app.MapPost("/ogc/collections", () => "mine"));
        using var client = new HttpClient();
        using var own = await client.PostAsync(new Uri(host.Http1, "/ogc/collections"), null);
        Assert.Equal("mine", await own.Content.ReadAsStringAsync());
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var other = await client.PostAsync(new Uri(host.Http1, "/no/such/page"), content);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    public sealed class Halfway
    {
        public Task<Note> Ask(Note request, ServerCallContext context) => Task.FromResult(request);

        public Task<Note> Watch(Note request, ServerCallContext context) => Task.FromResult(request);

        public Task Talk(IAsyncStreamReader<Note> requests, IServerStreamWriter<Note> responses, ServerCallContext context) => Task.CompletedTask;
    }

    public sealed class Limited
    {
        private static int made;

        public Limited() => Interlocked.Increment(ref made);

        public static int Made => Volatile.Read(ref made);

        public Task<Grpc.Testing.Empty> UnimplementedCall(Grpc.Testing.Empty request, ServerCallContext context) => Task.FromResult(request);
    }

    private sealed class Named(string name, List<string> seen) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add(name);
            var response = await continuation(request, context);
            seen.Add("/" + name);
            return response;
        }

        public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add(name);
            var response = await continuation(requestStream, context);
            seen.Add("/" + name);
            return response;
        }

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add(name);
            await continuation(request, responseStream, context);
            seen.Add("/" + name);
        }

        public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            seen.Add(name);
            await continuation(requestStream, responseStream, context);
            seen.Add("/" + name);
        }
    }

    /// <summary>Knows nobody.</summary>
    private sealed class NobodyHandler(
        Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder)
        : Microsoft.AspNetCore.Authentication.AuthenticationHandler<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<Microsoft.AspNetCore.Authentication.AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(Microsoft.AspNetCore.Authentication.AuthenticateResult.NoResult());
    }
}
