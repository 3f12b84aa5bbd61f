using System.Net;
using Bolyst.Service.Hosting;

namespace Bolyst.Service.Tests.Hosting;

public class ServerOptionsTests
{
    private const string Database = "--database=Host=localhost";

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = ServerOptions.Read([Database]);

        Assert.Equal((5080, 5081, IPAddress.Loopback, 1000), (options.Port, options.GrpcPort, options.Listen, options.Limits.MaxPageSize));
        Assert.Null(options.Certificate);
        Assert.Equal("'self'", options.Site.FrameAncestors);
        Assert.StartsWith("https://cache.kartverket.no/", options.Site.BaseMap, StringComparison.Ordinal);
    }

    [Fact]
    public void Switches_set_addresses_and_limits()
    {
        var options = ServerOptions.Read([Database, "--port=6080", "--grpc-port", "6081", "--listen=0.0.0.0", "--LIMITS:MaxPageSize=7"]);

        Assert.Equal((6080, 6081, IPAddress.Any, 7), (options.Port, options.GrpcPort, options.Listen, options.Limits.MaxPageSize));
        Assert.Equal(100, options.Limits.MaxComparedZones);
    }

    [Fact]
    public void Switches_set_the_publisher_and_the_folder_of_downloads()
    {
        var options = ServerOptions.Read([Database, "--PUBLISHER:Name=Elvsund kommune", "--PUBLISHER:Email=kart@elvsund.example", "--download-folder=/var/tmp/bolyst"]);

        Assert.Equal(("Elvsund kommune", "kart@elvsund.example", "/var/tmp/bolyst"), (options.Publisher.Name, options.Publisher.Email, options.DownloadFolder));
        Assert.Null(options.Publisher.Page);
    }

    [Fact]
    public void The_map_may_be_framed_by_those_named_and_ask_the_base_map_alone()
    {
        var site = ServerOptions.Read(
            [Database, "--frame-ancestors='self' https://www.elvsund.kommune.no", "--base-map=https://tiles.example.org:8443/v1/{z}/{x}/{y}.png"]).Site;

        Assert.EndsWith("; frame-ancestors 'self' https://www.elvsund.kommune.no", site.Policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob: https://tiles.example.org:8443; connect-src 'self' https://tiles.example.org:8443;", site.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", ServerOptions.Read([Database, "--base-map=none"]).Site.Policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--PUBLISHER:Email=kart", "BOLYST_PUBLISHER__Email is 'kart'")]
    [InlineData("--PUBLISHER:Page=javascript:alert(1)", "BOLYST_PUBLISHER__Page is 'javascript:alert(1)'")]
    [InlineData("--PUBLISHER:Uri=elvsund", "BOLYST_PUBLISHER__Uri is 'elvsund'")]
    [InlineData("--frame-ancestors=https://a.example; script-src *", "BOLYST_FRAME_ANCESTORS is 'https://a.example; script-src *'")]
    [InlineData("--frame-ancestors=a.example", "BOLYST_FRAME_ANCESTORS is 'a.example'")]
    [InlineData("--base-map=https://tiles.example.org/", "BOLYST_BASE_MAP is 'https://tiles.example.org/'")]
    [InlineData("--base-map=file:///{z}/{x}/{y}", "BOLYST_BASE_MAP is 'file:///{z}/{x}/{y}'")]
    [InlineData("--database=", "BOLYST_DATABASE is not set")]
    [InlineData("--port=70000", "BOLYST_PORT is '70000'")]
    [InlineData("--grpc-port=x", "BOLYST_GRPC_PORT is 'x'")]
    [InlineData("--listen=everywhere", "BOLYST_LISTEN is 'everywhere'")]
    public void What_cannot_be_read_is_named(string argument, string words) => Assert.Contains(
        words, Assert.Throws<ServerOptionException>(() => ServerOptions.Read([Database, argument])).Message, StringComparison.Ordinal);
}
