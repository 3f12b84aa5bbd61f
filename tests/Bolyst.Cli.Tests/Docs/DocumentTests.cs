using System.Text.RegularExpressions;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Docs;

/// <summary>Documents that quote or list files must not drift from them.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_readme_quotes_its_examples_as_they_are()
    {
        var quotes = Quote().Matches(Readme);

        Assert.NotEmpty(quotes);
        Assert.All(quotes, quote => Assert.Equal(
            File.ReadAllText(Path.Combine(Repository.Root, quote.Groups["file"].Value)),
            quote.Groups["code"].Value));
    }

    [Fact]
    public void Every_decision_stands_in_the_index()
    {
        var index = File.ReadAllText(Path.Combine(Repository.Root, "docs", "decisions", "README.md"));
        var decisions = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "decisions"), "0*.md").Select(file => Path.GetFileName(file));

        Assert.All(decisions, decision => Assert.Contains($"({decision})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        string[] folders = ["docs", "protos", "geodata-scripts", "examples"];
        var documents = folders.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Append(Path.Combine(Repository.Root, "README.md"));

        var broken = documents.SelectMany(document => LocalLink().Matches(File.ReadAllText(document))
            .Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, Uri.UnescapeDataString(link.Groups["path"].Value))))
            .Where(target => !File.Exists(target) && !Directory.Exists(target))
            .Select(target => $"{document} -> {target}"));

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\[`(?<file>[^`\]]+)`\]\(\k<file>\)[^\n]*\n\n```\w*\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<path>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocalLink();
}
