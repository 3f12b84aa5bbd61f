using System.Diagnostics;
using System.Text.Json;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Clients;

/// <summary>A client in another language, run as a process: tests/clients/README.md.</summary>
internal static class ClientProcess
{
    /// <summary>grpc-js and grpcio, as program and script.</summary>
    public static TheoryData<string> All { get; } = ["grpc-js", "grpcio"];

    /// <summary>Calls a method and gives its single answer.</summary>
    public static async Task<JsonElement> CallAsync(string client, Uri server, string method, string request)
    {
        var (exitCode, output, errors) = await RunAsync(client, server, method, request);
        Assert.True(exitCode == 0, errors);
        return JsonDocument.Parse(output.TrimEnd()).RootElement;
    }

    /// <summary>Calls a method that fails and gives the error.</summary>
    public static async Task<JsonElement> FailAsync(string client, Uri server, string method, string request)
    {
        var (exitCode, output, errors) = await RunAsync(client, server, method, request);
        Assert.True(exitCode == 1, output + errors);
        return JsonDocument.Parse(errors).RootElement;
    }

    /// <summary>Runs a client with arguments of its own.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(string client, Uri server, string method, string request) => client switch
    {
        "grpc-js" => RunAsync("node", "grpc-js/call.mjs", server.Authority, method, request),
        "grpcio" => RunAsync("/usr/bin/python3", "grpcio/call.py", server.Authority, method, request),
        _ => throw new ArgumentOutOfRangeException(nameof(client), client, "Unknown client."),
    };

    /// <summary>Runs a program in tests/clients.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "clients"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
