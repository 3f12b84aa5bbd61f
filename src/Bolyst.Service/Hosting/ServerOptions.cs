using System.Net;
using Bolyst.Service.Metadata;
using Bolyst.Service.Requests;
using Bolyst.Service.Site;
using Bolyst.Store;

namespace Bolyst.Service.Hosting;

/// <summary>How to serve. Each setting comes from an environment variable or a switch of the command line; the switch wins.</summary>
public sealed record ServerOptions
{
    /// <summary>Npgsql connection string of the PostGIS that holds the data. <c>BOLYST_DATABASE</c>, <c>--database</c>. Required.</summary>
    public required string Database { get; init; }

    /// <summary>
    /// Port for the map, health, gRPC-Web and Connect by HTTP/1.1, and over TLS also HTTP/2; 0 for any free port.
    /// <c>BOLYST_PORT</c>, <c>--port</c>. Default 5080.
    /// </summary>
    public int Port { get; init; } = 5080;

    /// <summary>Port for gRPC by HTTP/2; 0 for any free port. <c>BOLYST_GRPC_PORT</c>, <c>--grpc-port</c>. Default 5081.</summary>
    public int GrpcPort { get; init; } = 5081;

    /// <summary>
    /// Address to listen on. <c>BOLYST_LISTEN</c>, <c>--listen</c>. Default 127.0.0.1: open it to others (0.0.0.0) behind TLS or a proxy.
    /// </summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>PEM file with a certificate: both ports then serve TLS. <c>BOLYST_CERTIFICATE</c>, <c>--certificate</c>. Default none.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file with the certificate's key, if it is not in the same file. <c>BOLYST_CERTIFICATE_KEY</c>, <c>--certificate-key</c>.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>
    /// Folder in which downloads are made and kept for a while: room for <see cref="ServiceLimits.KeptDownloadBytes"/> and for those in the
    /// making. <c>BOLYST_DOWNLOAD_FOLDER</c>, <c>--download-folder</c>. Default the system's folder for temporary files.
    /// </summary>
    public string DownloadFolder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// Proxies whose X-Forwarded-For, -Proto, -Host and -Prefix are believed, so that links lead where the client is: addresses and networks,
    /// separated by commas (<c>127.0.0.1,10.0.0.0/8</c>). <c>BOLYST_PROXIES</c>, <c>--proxies</c>. Default none: anybody can send such headers.
    /// </summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>How much one request may ask for. <c>BOLYST_LIMITS__MaxPageSize</c> and so on.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>Who publishes the data, for records of it. <c>BOLYST_PUBLISHER__Name</c> and so on.</summary>
    public Publisher Publisher { get; init; } = new();

    /// <summary>The map at <c>/</c>: who may frame it, which base map it may show.</summary>
    public SiteSettings Site { get; init; } = new();

    /// <summary>How long calls may go on after a stop was asked for. Default 10 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Limits of the store.</summary>
    public StoreOptions Store { get; init; } = new();

    /// <summary>The clock: what "today" is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads the settings.</summary>
    /// <param name="args">Switches of the command line.</param>
    /// <exception cref="ServerOptionException">A setting is missing or cannot be read.</exception>
    public static ServerOptions Read(string[] args)
    {
        var settings = new ConfigurationBuilder()
            .AddEnvironmentVariables("BOLYST_")
            .AddCommandLine(args, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["--grpc-port"] = "GRPC_PORT",
                ["--certificate-key"] = "CERTIFICATE_KEY",
                ["--download-folder"] = "DOWNLOAD_FOLDER",
                ["--frame-ancestors"] = "FRAME_ANCESTORS",
                ["--base-map"] = "BASE_MAP",
                ["--base-map-attribution"] = "BASE_MAP_ATTRIBUTION",
            })
            .Build();
        var defaults = new ServerOptions { Database = "" };
        return defaults with
        {
            Database = settings["DATABASE"] is { Length: > 0 } database
                ? database
                : throw new ServerOptionException("BOLYST_DATABASE is not set. Name the PostGIS: BOLYST_DATABASE='Host=localhost;Database=bolyst;Username=...'."),
            Port = Number(settings, "PORT", defaults.Port),
            GrpcPort = Number(settings, "GRPC_PORT", defaults.GrpcPort),
            Listen = Address(settings["LISTEN"]) ?? defaults.Listen,
            Certificate = settings["CERTIFICATE"],
            CertificateKey = settings["CERTIFICATE_KEY"],
            Proxies = [.. (settings["PROXIES"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)],
            DownloadFolder = settings["DOWNLOAD_FOLDER"] is { Length: > 0 } folder ? folder : defaults.DownloadFolder,
            Site = SiteSettings.Read(settings),
            Limits = settings.GetSection("LIMITS").Get<ServiceLimits>() ?? defaults.Limits,
            Publisher = settings.GetSection("PUBLISHER").Get<Publisher>() is { } publisher ? Checked(publisher) : defaults.Publisher,
        };
    }

    private static int Number(IConfiguration settings, string name, int otherwise)
    {
        var text = settings[name];
        return string.IsNullOrEmpty(text) ? otherwise
            : ushort.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
            : throw new ServerOptionException($"BOLYST_{name} is '{text}', which is not a port from 0 to 65535.");
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, 8 * address.GetAddressBytes().Length)
        : throw new ServerOptionException($"BOLYST_PROXIES has '{text}', which is neither an address such as 127.0.0.1 nor a network such as 10.0.0.0/8.");

    private static Publisher Checked(Publisher publisher)
    {
        foreach (var (name, address) in (ReadOnlySpan<(string, Uri?)>)[("Uri", publisher.Uri), ("Page", publisher.Page)])
        {
            if (address is not null && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"))
                throw new ServerOptionException($"BOLYST_PUBLISHER__{name} is '{address}', which is not an address such as https://data.norge.no/organizations/987654321.");
        }

        return publisher.Email is null || System.Net.Mail.MailAddress.TryCreate(publisher.Email, out var mail) && mail.Address == publisher.Email
            ? publisher
            : throw new ServerOptionException($"BOLYST_PUBLISHER__Email is '{publisher.Email}', which is not an e-mail address.");
    }

    private static IPAddress? Address(string? text) => string.IsNullOrEmpty(text) ? null
        : IPAddress.TryParse(text, out var address) ? address
        : throw new ServerOptionException($"BOLYST_LISTEN is '{text}', which is not an address such as 127.0.0.1, 0.0.0.0 or ::.");
}

/// <summary>A setting is missing or cannot be read; the message says which and what to do.</summary>
public sealed class ServerOptionException(string message) : Exception(message);
