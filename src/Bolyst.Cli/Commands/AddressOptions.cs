using System.CommandLine;
using System.Globalization;
using System.Net;
using Bolyst.Cli.Running;

namespace Bolyst.Cli.Commands;

/// <summary>The switches and environment variables that say where the service listens; the switch wins.</summary>
internal sealed class AddressOptions
{
    private const int DefaultPort = 5080;
    private const int DefaultGrpcPort = 5081;

    private readonly Option<int> port = Port("--port", "HTTP: map, health, gRPC-Web, Connect, tiles and OGC API.", "BOLYST_PORT", DefaultPort);
    private readonly Option<int> grpcPort = Port("--grpc-port", "gRPC.", "BOLYST_GRPC_PORT", DefaultGrpcPort);

    public void AddTo(Command command)
    {
        command.Add(port);
        command.Add(grpcPort);
    }

    public Addresses Read(ParseResult parsed) => new(
        Listen().ToString(),
        parsed.GetValue(port),
        parsed.GetValue(grpcPort),
        Environment.GetEnvironmentVariable("BOLYST_CERTIFICATE") is { Length: > 0 });

    private static Option<int> Port(string name, string purpose, string variable, int otherwise)
    {
        var option = new Option<int>(name)
        {
            Description = $"{purpose} Default {otherwise}, or {variable}.",
            HelpName = "number",
            DefaultValueFactory = _ => FromEnvironment(variable, otherwise),
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > ushort.MaxValue)
            {
                result.AddError($"{name} is a port from 1 to 65535.");
            }
        });
        return option;
    }

    private static int FromEnvironment(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is not { Length: > 0 } text ? otherwise
        : ushort.TryParse(text, CultureInfo.InvariantCulture, out var port) ? port
        : throw new CommandException($"{name} is '{text}', which is not a port from 1 to 65535.");

    private static IPAddress Listen() =>
        Environment.GetEnvironmentVariable("BOLYST_LISTEN") is not { Length: > 0 } text ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new CommandException($"BOLYST_LISTEN is '{text}', which is not an address such as 127.0.0.1, 0.0.0.0 or ::.");
}
