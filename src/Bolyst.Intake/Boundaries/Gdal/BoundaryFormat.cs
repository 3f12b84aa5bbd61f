namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>A file format that outlines may be delivered in. Told by the first bytes, never by the name: GDAL itself goes by both.</summary>
/// <param name="Driver">GDAL's name for it; no other driver is let loose on the file.</param>
/// <param name="Extension">What the file is called in the workspace.</param>
/// <param name="Sidecars">Extensions of the files that belong to it.</param>
internal sealed record BoundaryFormat(string Driver, string Extension, params string[] Sidecars)
{
    public static readonly BoundaryFormat GeoJson = new("GeoJSON", ".geojson");
    public static readonly BoundaryFormat TopoJson = new("TopoJSON", ".topojson");
    public static readonly BoundaryFormat GeoPackage = new("GPKG", ".gpkg");
    public static readonly BoundaryFormat Shapefile = new("ESRI Shapefile", ".shp", ".shx", ".dbf", ".prj", ".cpg");
    public static readonly BoundaryFormat FlatGeobuf = new("FlatGeobuf", ".fgb");
    public static readonly BoundaryFormat Gml = new("GML", ".gml");

    private const int LookedAt = 4_096;

    /// <summary>Looks at the first bytes.</summary>
    /// <returns>The format; for JSON <see cref="GeoJson"/>, which the scan of its objects then settles.</returns>
    /// <exception cref="GdalException">The file is none of the formats that are read, or it is an archive.</exception>
    public static async Task<BoundaryFormat> OfAsync(string path, CancellationToken ct)
    {
        if (Directory.Exists(path))
        {
            throw new GdalException("It is a folder. Name the file inside it; of a Shapefile, the .shp.");
        }

        var buffer = new byte[LookedAt];
        await using var file = File.OpenRead(path);
        var length = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        var start = buffer.AsSpan(0, length);
        if (start.StartsWith("SQLite format 3\0"u8))
        {
            return GeoPackage;
        }

        if (start.StartsWith("fgb"u8))
        {
            return FlatGeobuf;
        }

        // The main file of a Shapefile begins with the number 9994, high byte first (ESRI Shapefile Technical Description, 1998, page 4).
        if (start.StartsWith<byte>([0, 0, 0x27, 0x0A]))
        {
            return Shapefile;
        }

        if (start.StartsWith("PK"u8) || start.StartsWith<byte>([0x1F, 0x8B]) || start.StartsWith("BZh"u8) || start.StartsWith("7z"u8) || start.StartsWith<byte>([0xFD, (byte)'7', (byte)'z']))
        {
            throw new GdalException("It is a compressed archive. Archives are not opened, because a small one can hold a very large file: unpack it and name the file inside.");
        }

        if (start.IsEmpty)
        {
            throw new GdalException("It is empty.");
        }

        return FirstSign(start) switch
        {
            (byte)'{' => GeoJson,
            (byte)'<' when start.IndexOf("http://www.opengis.net/gml"u8) >= 0 => Gml,
            _ => throw new GdalException("It is in none of the formats that are read: GeoJSON, TopoJSON, GeoPackage, Shapefile (name the .shp file), FlatGeobuf, GML. Convert it with ogr2ogr."),
        };
    }

    private static byte FirstSign(ReadOnlySpan<byte> start)
    {
        var text = start.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        var trimmed = text.TrimStart(" \t\r\n"u8);
        return trimmed.IsEmpty ? (byte)0 : trimmed[0];
    }
}
