using System.Diagnostics;

namespace Bolyst.Benchmarks.Rpc;

/// <summary>Builds the peer: grpc-go's server from Debian's packages, which are a GOPATH without modules.</summary>
internal static class GrpcGo
{
    public static async Task<string> BuildAsync()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Rpc", "grpc-go");
        var program = Path.Combine(AppContext.BaseDirectory, "grpc-go-server");
        var start = new ProcessStartInfo("go", ["build", "-o", program, "."]) { UseShellExecute = false, WorkingDirectory = source };
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOPATH"] = "/usr/share/gocode";
        using var build = Process.Start(start) ?? throw new InvalidOperationException("go did not start; Debian's packages golang-go and golang-google-grpc-dev hold what is needed.");
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? program : throw new InvalidOperationException("The grpc-go server does not build; install Debian's golang-google-grpc-dev.");
    }
}
