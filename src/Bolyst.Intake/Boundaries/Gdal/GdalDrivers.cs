using System.Text.RegularExpressions;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>The drivers that this machine's GDAL has, so that all but the one that a file needs can be switched off.</summary>
internal static partial class GdalDrivers
{
    /// <summary>What ogr2ogr writes its answer in.</summary>
    private const string Output = "PGDUMP";

    /// <summary>The value of GDAL_SKIP that leaves one driver for reading.</summary>
    /// <exception cref="GdalException">This GDAL does not have the driver.</exception>
    public static async Task<string> SkipAllButAsync(GdalProgram gdal, string driver, CancellationToken ct)
    {
        var list = await gdal.RunAsync("ogr2ogr", ["--formats"], workspace: null, async (output, stop) => await new StreamReader(output).ReadToEndAsync(stop), ct);
        var names = DriverLine().Matches(list).Select(match => match.Groups["name"].Value).ToArray();
        return names.Contains(driver, StringComparer.Ordinal)
            ? string.Join(',', names.Where(name => name != driver && name != Output))
            : throw new GdalException($"This machine's GDAL has no driver '{driver}'. Install one that has: apt-get install gdal-bin.");
    }

    [GeneratedRegex(@"^  (?<name>.+?) -[a-z, ]+- \(", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DriverLine();
}
