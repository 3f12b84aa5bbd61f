using Bolyst.Testing;
using Grpc.Reflection.V1;
using Grpc.Testing;

namespace Bolyst.Rpc.Tests.Interop;

/// <summary>
/// Clients that share no line with this host, each as its own process against real sockets. tests/clients/setup brings them;
/// a client that is not there fails the test.
/// </summary>
public sealed class InteropTests(SharedHost host) : IClassFixture<SharedHost>
{
    /// <summary>The official list (https://github.com/grpc/grpc/blob/master/doc/interop-test-descriptions.md), without authentication and load balancing.</summary>
    private static readonly string[] OfficialCases =
    [
        "empty_unary", "large_unary", "client_compressed_unary", "server_compressed_unary", "client_streaming", "client_compressed_streaming",
        "server_streaming", "server_compressed_streaming", "ping_pong", "empty_stream", "custom_metadata", "status_code_and_message",
        "special_status_message", "unimplemented_method", "unimplemented_service", "cancel_after_begin", "cancel_after_first_response",
        "timeout_on_sleeping_server",
    ];

    private static readonly string[] UnaryAndDownloadCases =
    [
        "empty_unary", "large_unary", "server_compressed_unary", "cacheable_unary", "server_streaming", "server_compressed_streaming", "custom_metadata",
        "status_code_and_message", "special_status_message", "unimplemented_method", "unimplemented_service", "timeout_on_sleeping_server",
    ];

    private static readonly string[] UploadCases = ["client_streaming", "ping_pong", "cancel_after_first_response"];

    private string Address => host.Http2.Authority;

    [Fact]
    public async Task Grpc_js_passes_the_official_cases() =>
        AssertPassed(OfficialCases, await Client.RunAsync("node", "grpc-js.mjs", Address, await Client.WriteDescriptorsAsync(TestReflection.Descriptor)));

    [Fact]
    public async Task Grpcio_passes_the_official_cases() =>
        AssertPassed(OfficialCases, await Client.RunAsync("/usr/bin/python3", "grpcio/interop.py", Address, await Client.WriteDescriptorsAsync(TestReflection.Descriptor)));

    [Fact]
    public async Task Grpc_go_passes_the_official_cases() =>
        AssertPassed(OfficialCases, await Client.RunAsync(Path.Combine(Repository.Root, "artifacts", "clients", "grpc-go-interop"), Address));

    [Fact]
    public async Task Connect_web_and_connect_node_pass_by_every_protocol()
    {
        string[] browser = ["Connect, JSON", "Connect, proto", "Connect, GET", "gRPC-Web, proto", "gRPC-Web, JSON"];
        string[] node = ["Connect, HTTP/2", "Connect, gzip", "gRPC-Web", "gRPC", "gRPC, gzip"];
        string[] expected =
        [
            .. browser.SelectMany(protocol => UnaryAndDownloadCases.Select(name => $"{name} (connect-web, {protocol})")),
            .. UnaryAndDownloadCases.Select(name => $"{name} (connect-node, Connect, HTTP/1.1)"),
            .. node.SelectMany(protocol => UnaryAndDownloadCases.Concat(UploadCases).Select(name => $"{name} (connect-node, {protocol})")),
        ];
        var descriptors = await Client.WriteDescriptorsAsync(TestReflection.Descriptor);
        AssertPassed(expected, await Client.RunAsync("node", "connect.mjs", host.Http1.ToString(), host.Http2.ToString(), descriptors));
    }

    [Theory]
    [InlineData("v1")]
    [InlineData("v1alpha")]
    public async Task A_generic_client_finds_and_calls_by_reflection(string version)
    {
        var descriptors = await Client.WriteDescriptorsAsync(ReflectionReflection.Descriptor, Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor);
        AssertPassed(
            ["list_services", "file_by_filename", "unknown_symbol", "extensions", "call_what_was_found"],
            await Client.RunAsync("node", "reflection.mjs", Address, descriptors, version));
    }

    private static void AssertPassed(IEnumerable<string> expected, IReadOnlyDictionary<string, string?> cases)
    {
        var failed = string.Join('\n', cases.Where(ran => ran.Value is not null).Select(ran => $"{ran.Key}: {ran.Value}"));
        Assert.True(failed.Length == 0, failed);
        Assert.Equal(expected.Order(StringComparer.Ordinal), cases.Keys.Order(StringComparer.Ordinal));
    }
}
