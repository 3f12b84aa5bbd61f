using System.Text.RegularExpressions;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>A layer of a file as ogrinfo describes it.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="HasGeometry">False for a bare table.</param>
/// <param name="Crs">Whether its coordinates are degrees or lengths; unknown where the file does not say its reference system.</param>
internal sealed partial record GdalLayer(string Name, bool HasGeometry, CrsKind Crs)
{
    /// <summary>Lists the layers of a file.</summary>
    public static async Task<IReadOnlyList<GdalLayer>> ListAsync(GdalProgram gdal, GdalWorkspace workspace, CancellationToken ct)
    {
        // GDAL 3.6, which Debian 12 has, cannot say this as JSON yet.
        var text = await gdal.RunAsync("ogrinfo", ["-ro", "-so", "-al", workspace.DataPath], workspace, async (output, stop) => await new StreamReader(output).ReadToEndAsync(stop), ct);
        return [.. LayerStart().Split(text).Skip(1).Select(Parse)];
    }

    private static GdalLayer Parse(string text)
    {
        var lines = text.Split('\n');
        var geometry = lines.FirstOrDefault(line => line.StartsWith("Geometry: ", StringComparison.Ordinal));
        var system = Array.FindIndex(lines, line => line.StartsWith("Layer SRS WKT:", StringComparison.Ordinal));
        return new GdalLayer(
            lines[0].Trim(),
            geometry is null || !geometry.Contains("None", StringComparison.Ordinal),
            system < 0 || system + 1 >= lines.Length ? CrsKind.Unknown : CrsKinds.OfWkt(lines[system + 1]));
    }

    [GeneratedRegex("^Layer name: ", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LayerStart();
}
