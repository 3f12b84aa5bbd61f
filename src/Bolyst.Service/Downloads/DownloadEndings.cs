using Bolyst.Service.Downloads.Formats;

namespace Bolyst.Service.Downloads;

/// <summary>Endings of the files that <c>/download</c> gives, for programs that choose a file's name.</summary>
public static class DownloadEndings
{
    /// <summary>Each with its dot, bare files before archives.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. DownloadFormat.All.Select(format => "." + format.Extension), .. DownloadFormat.All.Select(format => $".{format.Extension}.zip")];
}
