using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Bolyst.Intake.Description;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>A feature as GDAL read it.</summary>
/// <param name="Number">Its place among the features that GDAL read, from 1.</param>
/// <param name="Fields">Its fields as texts; empty for null.</param>
/// <param name="Geometry">Its geometry, in two dimensions; null or empty where it has none.</param>
internal sealed record GdalFeature(int Number, string[] Fields, Geometry? Geometry)
{
    /// <summary>True where the outline is invalid in the coordinates of the file: moving to another reference system can hide that, or make it.</summary>
    public bool WasInvalid { get; init; }
}

/// <summary>The features of one layer.</summary>
/// <param name="Columns">Names of the fields.</param>
/// <param name="Features">In the order of the file.</param>
internal sealed partial record GdalFeatures(IReadOnlyList<string> Columns, IReadOnlyList<GdalFeature> Features)
{
    /// <summary>Most text for one feature, in bytes.</summary>
    private const int LargestRecord = 1 << 30;

    private const string StoredCrs = "EPSG:25833";

    private const string Table = "zones";

    private static ReadOnlySpan<byte> CopyStart => "COPY \"public\".\"zones\" "u8;

    /// <summary>Reads a layer.</summary>
    /// <param name="gdal">Runs ogr2ogr.</param>
    /// <param name="workspace">Where the file is.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="description">What the file does not say: reference system, encoding.</param>
    /// <param name="transform">True: moved to EPSG:25833. False: the coordinates as they stand in the file.</param>
    /// <param name="ct">Ends the program.</param>
    public static Task<GdalFeatures> ReadAsync(
        GdalProgram gdal, GdalWorkspace workspace, string layer, OutlineFilesDescription description, bool transform, CancellationToken ct)
    {
        // PGDUMP gives coordinates as binary, so that a border shared in the file is shared to the last bit here; text formats round, and
        // GDAL 3.6 writes 1E+300 as 1E+3 in them. Nothing of it goes to a database.
        List<string> arguments =
        [
            "-f", "PGDUMP", "/vsistdout/", workspace.DataPath, layer, "-nln", Table,
            "-lco", "CREATE_TABLE=OFF", "-lco", "DROP_TABLE=OFF", "-lco", "CREATE_SCHEMA=OFF", "-lco", "SPATIAL_INDEX=NONE",
            "-lco", "LAUNDER=NO", "-lco", "GEOMETRY_NAME=__outline", "-lco", "FID=__fid",
            "-dim", "XY", "-nlt", "GEOMETRY", "-nlt", "CONVERT_TO_LINEAR", "-unsetFieldWidth",
        ];
        if (transform)
        {
            arguments.AddRange(["-t_srs", StoredCrs]);
            arguments.AddRange(description.Crs is { } crs ? ["-s_srs", crs] : []);
        }

        arguments.AddRange(description.Encoding is { } encoding ? ["-oo", "ENCODING=" + NameOf(encoding)] : []);
        return gdal.RunAsync("ogr2ogr", arguments, workspace, ReadAsync, ct);
    }

    private static async Task<GdalFeatures> ReadAsync(Stream output, CancellationToken ct)
    {
        var copy = new CopyText(output, LargestRecord);
        var columns = await ReadColumnsAsync(copy, ct);
        var outlines = new WKBReader(StoredGeometry.Services) { HandleSRID = false };
        var features = new List<GdalFeature>();
        while (columns.Length > 0 && await copy.ReadAsync(ct) && !copy.Record.SequenceEqual("\\."u8))
        {
            if (!Utf8.IsValid(copy.Record))
            {
                throw new GdalException($"The texts of feature {features.Count + 1} are not in the encoding that the file says. Give 'encoding' (a Shapefile without a .cpg is often latin1 or windows1252).");
            }

            var fields = copy.Fields();
            var hex = copy.Record[fields[0]];
            features.Add(new GdalFeature(
                features.Count + 1,
                [.. fields.Skip(1).Select(copy.Text)],
                hex.SequenceEqual("\\N"u8) ? null : outlines.Read(Convert.FromHexString(hex))));
        }

        while (await copy.ReadAsync(ct))
        {
            // What follows the last record ends the transaction of the dump.
        }

        return new GdalFeatures([.. columns.Skip(1)], features);
    }

    /// <summary>The names in <c>COPY "public"."zones" ("__outline", "code") FROM STDIN;</c>; none where the layer has no feature.</summary>
    private static async Task<string[]> ReadColumnsAsync(CopyText copy, CancellationToken ct)
    {
        while (await copy.ReadAsync(ct))
        {
            if (copy.Record.StartsWith(CopyStart))
            {
                return [.. QuotedName().Matches(Encoding.UTF8.GetString(copy.Record[CopyStart.Length..])).Select(match => match.Groups["name"].Value.Replace("\"\"", "\"", StringComparison.Ordinal))];
            }
        }

        return [];
    }

    private static string NameOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Latin1 => "ISO-8859-1",
        TextEncoding.Windows1252 => "CP1252",
        _ => "UTF-8",
    };

    [GeneratedRegex("\"(?<name>([^\"]|\"\")*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedName();
}
