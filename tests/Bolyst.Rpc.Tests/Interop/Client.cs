using System.Diagnostics;
using Bolyst.Testing;
using Google.Protobuf.Reflection;

namespace Bolyst.Rpc.Tests.Interop;

/// <summary>Runs a client as a process of its own and reads which cases it passed.</summary>
internal static class Client
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>The cases a client ran, each with the reason when it failed and null when it passed.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root, "tests", "clients", "interop"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start; tests/clients/setup brings it.");
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            var cases = Read(await output);
            Assert.True(cases.Count > 0, $"{program} {string.Join(' ', arguments)} ran no case: {await errors}");
            return cases;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Writes contracts, with what they import, to a file that clients of any language can load.</summary>
    public static async Task<string> WriteDescriptorsAsync(params FileDescriptor[] files)
    {
        var set = new FileDescriptorSet();
        foreach (var file in files)
        {
            Add(set, file);
        }

        var path = Path.Combine(Path.GetTempPath(), $"bolyst-rpc-{Guid.NewGuid():N}.binpb");
        await File.WriteAllBytesAsync(path, Google.Protobuf.MessageExtensions.ToByteArray(set));
        return path;
    }

    private static void Add(FileDescriptorSet set, FileDescriptor file)
    {
        if (set.File.All(known => !string.Equals(known.Name, file.Name, StringComparison.Ordinal)))
        {
            foreach (var import in file.Dependencies)
            {
                Add(set, import);
            }

            var proto = file.ToProto();
            NameInJson(proto.MessageType, file.MessageTypes);
            set.File.Add(proto);
        }
    }

    /// <summary>Generated code carries no JSON names, and JavaScript's libraries name fields by them.</summary>
    private static void NameInJson(IList<DescriptorProto> protos, IList<MessageDescriptor> messages)
    {
        foreach (var (proto, message) in protos.Zip(messages))
        {
            foreach (var field in proto.Field)
            {
                field.JsonName = message.FindFieldByNumber(field.Number).JsonName;
            }

            NameInJson(proto.NestedType, message.NestedTypes);
        }
    }

    private static Dictionary<string, string?> Read(string output)
    {
        var cases = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var line in output.Split('\n'))
        {
            if (line.StartsWith("PASS ", StringComparison.Ordinal))
            {
                cases[line[5..].Trim()] = null;
            }
            else if (line.StartsWith("FAIL ", StringComparison.Ordinal))
            {
                var reason = line.IndexOf(": ", StringComparison.Ordinal);
                cases[line[5..reason]] = line[(reason + 2)..];
            }
        }

        return cases;
    }
}
