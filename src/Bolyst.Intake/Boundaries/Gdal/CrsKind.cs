namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>What the coordinates of a reference system are.</summary>
internal enum CrsKind
{
    /// <summary>The file does not say.</summary>
    Unknown,

    /// <summary>Degrees of longitude and latitude.</summary>
    Degrees,

    /// <summary>Lengths on a projected map.</summary>
    Lengths,
}

internal static class CrsKinds
{
    /// <summary>Tells by the first words of its well-known text (WKT 1 and 2), as GDAL writes it.</summary>
    public static CrsKind OfWkt(string start) => start.TrimStart() switch
    {
        var text when text.StartsWith("GEOG", StringComparison.Ordinal) || text.StartsWith("GEODCRS", StringComparison.Ordinal) => CrsKind.Degrees,
        // A compound (with heights) or bound system begins with its own name; those delivered in practice are projected.
        var text when text.StartsWith("PROJ", StringComparison.Ordinal) || text.StartsWith("COMP", StringComparison.Ordinal) || text.StartsWith("BOUND", StringComparison.Ordinal) => CrsKind.Lengths,
        _ => CrsKind.Unknown,
    };

    /// <summary>Asks GDAL about a reference system by its <c>AUTHORITY:CODE</c>.</summary>
    /// <exception cref="GdalException">There is no such system.</exception>
    public static async Task<CrsKind> OfCodeAsync(GdalProgram gdal, string code, CancellationToken ct)
    {
        var text = await gdal.RunAsync("gdalsrsinfo", ["--single-line", "-o", "wkt2", code], workspace: null, async (output, stop) => await new StreamReader(output).ReadToEndAsync(stop), ct);
        return OfWkt(text) is var kind and not CrsKind.Unknown ? kind : throw new GdalException($"'{code}' is no reference system for a map.");
    }
}
