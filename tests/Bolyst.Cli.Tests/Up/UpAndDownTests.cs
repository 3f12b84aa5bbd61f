using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Up;

public sealed class UpAndDownTests
{
    [Fact]
    public async Task Up_serves_status_says_where_and_down_stops_all_of_it()
    {
        await using var home = new TemporaryHome();

        (await home.UpAsync()).ShouldSucceed().ShouldSay("Bolyst is ready", $"http://localhost:{home.Port}/", $"localhost:{home.GrpcPort}");
        Assert.Equal("ready", await home.ReadyzAsync());
        var status = await home.Command.RunAsync("status", "--json");
        status.ShouldSucceed();
        using var json = JsonDocument.Parse(status.Output);
        Assert.Equal("ready", json.RootElement.GetProperty("state").GetString());
        Assert.True(json.RootElement.GetProperty("store").GetProperty("datasetVersion").GetInt64() >= 0);
        (await home.Command.RunAsync("status")).ShouldSucceed().ShouldSay($"http://localhost:{home.Port}/", home.Path);

        (await home.DownAsync()).ShouldSucceed().ShouldSay("stopped");
        Assert.Null(await home.ReadyzAsync());
        Assert.Empty(Processes.In(home.Data));
        Assert.Equal(3, (await home.Command.RunAsync("status")).ExitCode);
        (await home.DownAsync()).ShouldSucceed().ShouldSay("nothing runs");
    }

    [Fact]
    public async Task An_empty_store_gets_the_demo_once()
    {
        await using var home = new TemporaryHome();
        string[] up = ["up", "--detach", .. home.UpSwitches.Skip(1)];

        (await home.Command.RunAsync(up)).ShouldSucceed().ShouldSay("loading the demo", "Bolyst is ready");
        (await home.Command.RunAsync("status")).ShouldSucceed().ShouldSay("dataset version 1,");
        (await home.DownAsync()).ShouldSucceed();

        Assert.DoesNotContain("demo", (await home.Command.RunAsync(up)).ShouldSucceed().All, StringComparison.Ordinal);
        (await home.Command.RunAsync("status")).ShouldSucceed().ShouldSay("dataset version 1,");
    }

    [Fact]
    public async Task Interrupting_up_stops_all_of_it()
    {
        await using var home = new TemporaryHome();
        using var up = home.Command.Start(["up", .. home.UpSwitches]);
        while (await up.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Bolyst is ready", StringComparison.Ordinal))
        {
        }

        (await Outcome.OfAsync("sh", "-c", $"kill -INT {up.Id}")).ShouldSucceed();
        await up.WaitForExitAsync();

        Assert.Equal(0, up.ExitCode);
        Assert.Null(await home.ReadyzAsync());
        Assert.Empty(Processes.In(home.Data));
    }

    [Fact]
    public async Task A_second_up_says_that_it_runs_and_another_address_needs_a_down_first()
    {
        await using var home = new TemporaryHome();
        (await home.UpAsync()).ShouldSucceed();

        (await home.UpAsync()).ShouldSucceed().ShouldSay("already runs");
        (await home.Command.RunAsync("up", "--port", "1", "--grpc-port", "2")).ShouldFail("already runs", "bolyst down");
    }

    [Fact]
    public async Task Two_homes_run_side_by_side()
    {
        await using var one = new TemporaryHome();
        await using var other = new TemporaryHome();

        var both = await Task.WhenAll(one.UpAsync(), other.UpAsync());

        Assert.All(both, outcome => outcome.ShouldSucceed());
        Assert.Equal("ready", await one.ReadyzAsync());
        Assert.Equal("ready", await other.ReadyzAsync());
        (await one.DownAsync()).ShouldSucceed();
        Assert.Equal("ready", await other.ReadyzAsync());
    }

    [Theory]
    [InlineData("with blanks, a comma and 'quotes'")]
    [InlineData("blåbærsyltetøy")]
    [InlineData("a-name-so-long-that-the-path-of-a-unix-socket-beside-the-data-would-not-fit-into-the-107-bytes-that-the-kernel-allows")]
    public async Task A_home_may_have_any_name(string name)
    {
        await using var home = new TemporaryHome(name);

        (await home.UpAsync()).ShouldSucceed();

        Assert.Equal("ready", await home.ReadyzAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_its_holder_and_free_ones_to_take()
    {
        await using var home = new TemporaryHome();
        using var holder = new TcpListener(IPAddress.Loopback, home.GrpcPort);
        holder.Start();

        var refused = (await home.UpAsync()).ShouldFail($"Port {home.GrpcPort} is in use", $"process {Environment.ProcessId}", "--port", "--grpc-port");

        // The ports it names are free indeed.
        var named = refused.All.Split("--port ")[1].Split(' ', ',');
        (await home.Command.RunAsync("up", "--detach", "--no-demo", "--port", named[0], "--grpc-port", named[2])).ShouldSucceed();
        using var client = new HttpClient();
        Assert.Equal("ready", (await client.GetStringAsync(new Uri($"http://localhost:{int.Parse(named[0], CultureInfo.InvariantCulture)}/readyz"))).Trim());
    }

    [Fact]
    public async Task One_port_for_both_is_refused()
    {
        await using var home = new TemporaryHome();

        (await home.Command.RunAsync("up", "--port", "5999", "--grpc-port", "5999")).ShouldFail("--port and --grpc-port are both 5999");
    }

    [Theory]
    [InlineData("BOLYST_DATABASE", "postgres://localhost/bolyst", "BOLYST_DATABASE is not a connection string")]
    [InlineData("BOLYST_LISTEN", "everywhere", "BOLYST_LISTEN is 'everywhere'")]
    [InlineData("BOLYST_PORT", "http", "BOLYST_PORT is 'http'")]
    [InlineData("BOLYST_HOME", "/proc/nowhere", "Set BOLYST_HOME")]
    public async Task A_setting_that_cannot_be_read_is_named(string variable, string value, string said)
    {
        await using var home = new TemporaryHome();
        var command = home.Command with { Environment = new(StringComparer.Ordinal) { [variable] = value } };

        (await command.RunAsync("up")).ShouldFail(said);
    }

    [Fact]
    public async Task A_named_database_is_used_and_left_running()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var home = new TemporaryHome();
        var command = home.Command with { Environment = new(StringComparer.Ordinal) { ["BOLYST_DATABASE"] = database.ConnectionString } };

        (await command.RunAsync(["up", "--detach", .. home.UpSwitches])).ShouldSucceed();

        Assert.Equal("ready", await home.ReadyzAsync());
        Assert.False(Directory.Exists(Path.Combine(home.Path, "postgres")), "no private cluster is made beside a named database");
        (await command.RunAsync("status")).ShouldSucceed().ShouldSay("dataset version");
    }

    [Fact]
    public async Task With_a_certificate_both_ports_speak_TLS()
    {
        await using var home = new TemporaryHome();
        using var key = System.Security.Cryptography.ECDsa.Create();
        var request = new CertificateRequest("CN=localhost", key, System.Security.Cryptography.HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var today = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(today.AddDays(-1), today.AddDays(1));
        var file = Path.Combine(home.Above, "certificate.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        var command = home.Command with { Environment = new(StringComparer.Ordinal) { ["BOLYST_CERTIFICATE"] = file } };

        (await command.RunAsync(["up", "--detach", .. home.UpSwitches])).ShouldSucceed().ShouldSay($"https://localhost:{home.Port}/");

        (await command.RunAsync("status")).ShouldSucceed().ShouldSay("ready");
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificate);
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } });
        Assert.Equal("ready", (await client.GetStringAsync(new Uri($"https://localhost:{home.Port}/readyz"))).Trim());
    }
}
