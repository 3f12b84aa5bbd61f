using System.Globalization;
using System.Xml.Linq;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Testing;

/// <summary>One test project, built: an xunit.v3 executable.</summary>
/// <param name="Name">The project's name without <c>Bolyst.</c> and <c>.Tests</c>, such as <c>Store</c>.</param>
/// <param name="Executable">The built program.</param>
internal sealed record XunitSuite(string Name, string Executable) : Suite(Name)
{
    public static IEnumerable<XunitSuite> FindAll(string checkout) => Directory.EnumerateDirectories(Path.Combine(checkout, "tests"), "Bolyst.*.Tests")
        .Select(folder => Path.GetFileName(folder))
        .Order(StringComparer.Ordinal)
        .Select(project => new XunitSuite(project["Bolyst.".Length..^".Tests".Length], Path.Combine(checkout, "artifacts", "bin", project, "debug", project)));

    public override Task<Tally> RunAsync(string server, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var report = Executable + ".results.xml";
        return RunAsync(
            new Tool(Executable, ["-nologo", "-noColor", "-xml", report, .. arguments])
            {
                Environment = new Dictionary<string, string?>(StringComparer.Ordinal) { [TestServer.Variable] = server },
                WorkingDirectory = Path.GetDirectoryName(Executable)!,
            },
            report,
            Read,
            cancellation);
    }

    private static Tally Read(string report) => XDocument.Load(report).Descendants("assembly")
        .Select(assembly => new Tally(Count(assembly, "passed"), Count(assembly, "failed") + Count(assembly, "errors"), Count(assembly, "skipped") + Count(assembly, "not-run")))
        .Aggregate(default(Tally), (sum, tally) => sum + tally);

    private static int Count(XElement assembly, string attribute) =>
        int.Parse(assembly.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);
}
