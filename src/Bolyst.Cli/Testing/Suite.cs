using System.Globalization;
using System.Xml.Linq;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct Tally(int Passed, int Failed, int Skipped)
{
    public static Tally operator +(Tally left, Tally right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}

/// <summary>One test project, built: an xunit.v3 executable.</summary>
/// <param name="Name">The project's name without <c>Bolyst.</c> and <c>.Tests</c>, such as <c>Store</c>.</param>
/// <param name="Executable">The built program.</param>
internal sealed record Suite(string Name, string Executable)
{
    /// <summary>A suite that hangs fails after this time instead of holding the build for ever.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>The suites of a checkout, in order of name.</summary>
    public static IReadOnlyList<Suite> Find(string checkout) =>
    [
        .. Directory.EnumerateDirectories(Path.Combine(checkout, "tests"), "Bolyst.*.Tests")
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)
            .Select(project => new Suite(project["Bolyst.".Length..^".Tests".Length], Path.Combine(checkout, "artifacts", "bin", project, "debug", project))),
    ];

    /// <summary>Runs the suite and shows its output. A suite that breaks off or cannot start counts as one failure.</summary>
    public async Task<Tally> RunAsync(IReadOnlyDictionary<string, string?> environment, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var report = Executable + ".results.xml";
        File.Delete(report);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(Limit);
        try
        {
            await new Tool(Executable, ["-nologo", "-noColor", "-xml", report, .. arguments])
            {
                Environment = environment,
                WorkingDirectory = Path.GetDirectoryName(Executable)!,
                OnLine = Console.WriteLine,
            }.RunAsync(limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Console.WriteLine($"{Name}: did not end within {Limit.TotalMinutes} minutes");
            return new Tally(0, 1, 0);
        }

        if (!File.Exists(report))
        {
            Console.WriteLine($"{Name}: ended without a result");
            return new Tally(0, 1, 0);
        }

        return Read(XDocument.Load(report));
    }

    private static Tally Read(XDocument report) => report.Descendants("assembly")
        .Select(assembly => new Tally(Count(assembly, "passed"), Count(assembly, "failed") + Count(assembly, "errors"), Count(assembly, "skipped") + Count(assembly, "not-run")))
        .Aggregate(default(Tally), (sum, tally) => sum + tally);

    private static int Count(XElement assembly, string attribute) =>
        int.Parse(assembly.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);
}
