using System.Globalization;
using System.Net;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bolyst.Benchmarks.Rpc;

/// <summary>Serves, in a process of its own, the same bytes three ways: by Bolyst.Rpc, and by bare endpoints of Kestrel that know no protocol.</summary>
internal static class LoadServer
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRpc();
        var app = builder.Build();
        app.MapRpcService<LoadService>(LoadReflection.Descriptor.Services[0]);
        app.MapPost("/bare/answer", BareAnswer(Envelope(RpcBenchmark.AnswerSize)));
        app.MapPost("/bare/stream", BareStream(Envelope(RpcBenchmark.ChunkSize)));
        app.MapGet("/allocated", http => http.Response.WriteAsync(GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture)));
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        await ((IHost)app).WaitForShutdownAsync();
    }

    private static RequestDelegate BareAnswer(byte[] bytes) => async http =>
    {
        await ReadToEndAsync(http);
        http.Response.ContentType = "application/grpc";
        bytes.CopyTo(http.Response.BodyWriter.GetSpan(bytes.Length));
        http.Response.BodyWriter.Advance(bytes.Length);
        http.Response.AppendTrailer("grpc-status", "0");
    };

    private static RequestDelegate BareStream(byte[] bytes) => async http =>
    {
        await ReadToEndAsync(http);
        http.Response.ContentType = "application/grpc";
        for (var sent = 0; sent < RpcBenchmark.ChunkCount; sent++)
        {
            await http.Response.BodyWriter.WriteAsync(bytes);
        }

        http.Response.AppendTrailer("grpc-status", "0");
    };

    private static async Task ReadToEndAsync(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    private static byte[] Envelope(int size) =>
        RpcBenchmark.Envelope(new AnswerResponse { Payload = new Payload { Body = ByteString.CopyFrom(new byte[size]) } });
}
