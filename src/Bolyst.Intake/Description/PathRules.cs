using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Bolyst.Intake.Description;

/// <summary>
/// Which files a description may name: those below its base folder, as relative paths. A description is data that came from somewhere,
/// so it cannot reach other files, GDAL's virtual file systems (an archive inside an archive) or the network.
/// </summary>
internal sealed partial class PathRules
{
    private readonly Dictionary<string, DeliveryPath> resolved = new(StringComparer.Ordinal);

    private PathRules(string folder) => Folder = folder;

    /// <summary>Every file that has been named, once, by name: what the delivery consists of.</summary>
    public IReadOnlyList<DeliveryPath> Resolved => [.. resolved.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The base folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>
    /// The folder that <c>base:</c> names: a folder below the description's own, or <c>${BOLYST_NAME}</c> with an optional folder below it.
    /// Only environment variables that begin with BOLYST_ count: those a person sets for this purpose.
    /// </summary>
    public static bool TryCreate(string descriptionFolder, string? baseText, [NotNullWhen(true)] out PathRules? rules, [NotNullWhen(false)] out string? fault)
    {
        var folder = Path.GetFullPath(descriptionFolder);
        var rest = baseText ?? "";
        rules = null;
        if (Variable().Match(rest) is { Success: true } match)
        {
            var name = match.Groups["name"].Value;
            if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } value)
            {
                fault = $"The environment variable {name} is not set: set it to the folder that holds the delivery's files.";
                return false;
            }

            folder = Path.GetFullPath(value);
            rest = match.Groups["rest"].Value;
        }
        else if (rest.Contains('$', StringComparison.Ordinal))
        {
            fault = $"'{rest}': an environment variable is written ${{BOLYST_NAME}} at the beginning of base, and its name begins with BOLYST_.";
            return false;
        }

        fault = rest.Length == 0 ? null : FaultOf(rest);
        if (fault is not null)
        {
            return false;
        }

        folder = Path.GetFullPath(Path.Combine(folder, rest));
        if (!Directory.Exists(folder))
        {
            fault = $"There is no folder '{folder}'.";
            return false;
        }

        rules = new PathRules(folder);
        return true;
    }

    public bool TryResolve(string text, [NotNullWhen(true)] out DeliveryPath? path, [NotNullWhen(false)] out string? fault)
    {
        path = null;
        fault = FaultOf(text);
        if (fault is not null)
        {
            return false;
        }

        var full = Path.GetFullPath(Path.Combine(Folder, text));
        if (!File.Exists(full) && !Directory.Exists(full))
        {
            fault = $"There is no file '{text}' in '{Folder}'.";
            return false;
        }

        resolved[text] = path = new DeliveryPath(text, full);
        return true;
    }

    private static string? FaultOf(string text) => text switch
    {
        "" => "A file name is missing.",
        _ when text.Contains('\0', StringComparison.Ordinal) => "A file name cannot hold a null character.",
        _ when text.Contains("/vsi", StringComparison.OrdinalIgnoreCase) || text.StartsWith("vsi", StringComparison.OrdinalIgnoreCase) && text.Contains('/', StringComparison.Ordinal) =>
            $"'{text}' names one of GDAL's virtual file systems. Unpack or fetch the file and name it directly.",
        _ when Scheme().IsMatch(text) => $"'{text}' is a URL, a drive or a connection. Fetch the file and name it by a path relative to the base folder.",
        _ when text.Contains('\\', StringComparison.Ordinal) => $"'{text}': write folders with '/'.",
        _ when Path.IsPathRooted(text) => $"'{text}' is an absolute path. Name it relative to the description's folder, or to base: ${{BOLYST_NAME}}.",
        _ when text.Split('/').Contains("..", StringComparer.Ordinal) => $"'{text}' leads out of the base folder with '..'. Set base: to the folder that holds the files.",
        _ => null,
    };

    [GeneratedRegex(@"^\$\{(?<name>BOLYST_[A-Z0-9_]+)\}/?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();
}
