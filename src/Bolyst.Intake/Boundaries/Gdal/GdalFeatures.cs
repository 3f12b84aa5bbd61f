using System.Text.Unicode;
using Bolyst.Intake.Description;
using CsvHelper;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>A feature as GDAL read it.</summary>
/// <param name="Number">Its place among the features that GDAL read, from 1.</param>
/// <param name="Fields">Its fields as texts; empty for null.</param>
/// <param name="Geometry">Its geometry, in two dimensions; null or empty where it has none, or where its rings have collapsed.</param>
internal sealed record GdalFeature(int Number, string[] Fields, Geometry? Geometry)
{
    /// <summary>True where the outline is invalid in the coordinates of the file: moving to another reference system can hide that, or make it.</summary>
    public bool WasInvalid { get; init; }
}

/// <summary>The features of one layer.</summary>
/// <param name="Columns">Names of the fields.</param>
/// <param name="Features">In the order of the file.</param>
internal sealed record GdalFeatures(IReadOnlyList<string> Columns, IReadOnlyList<GdalFeature> Features)
{
    /// <summary>Most text for one feature, in bytes.</summary>
    private const int LargestRecord = 1 << 30;

    private const string StoredCrs = "EPSG:25833";

    /// <summary>Reads a layer.</summary>
    /// <param name="gdal">Runs ogr2ogr.</param>
    /// <param name="workspace">Where the file is.</param>
    /// <param name="layer">The layer's name.</param>
    /// <param name="description">What the file does not say: reference system, encoding.</param>
    /// <param name="transform">True: moved to EPSG:25833. False: the coordinates as they stand in the file.</param>
    /// <param name="ct">Ends the program.</param>
    public static Task<GdalFeatures> ReadAsync(
        GdalProgram gdal, GdalWorkspace workspace, string layer, BoundaryDescription description, bool transform, CancellationToken ct)
    {
        List<string> arguments =
        [
            "-f", "CSV", "/vsistdout/", workspace.DataPath, layer,
            "-lco", "GEOMETRY=AS_WKT", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR", "-unsetFieldWidth",
        ];
        if (transform)
        {
            arguments.AddRange(["-t_srs", StoredCrs]);
            arguments.AddRange(description.Crs is { } crs ? ["-s_srs", crs] : []);
        }

        arguments.AddRange(description.Encoding is { } encoding ? ["-oo", "ENCODING=" + NameOf(encoding)] : []);

        return gdal.RunAsync("ogr2ogr", arguments, workspace, ReadCsvAsync, ct);
    }

    private static async Task<GdalFeatures> ReadCsvAsync(Stream output, CancellationToken ct)
    {
        await using var csv = CsvReader.Create(output, new CsvReaderOptions { Separator = ',', MaxRecordSize = LargestRecord }, leaveOpen: true);
        await csv.ReadHeaderAsync(ct);
        var columns = csv.Headers.Skip(1).ToArray();
        var wkt = new WKTReader(StoredGeometry.Services);
        var features = new List<GdalFeature>();
        while (await csv.ReadAsync(ct))
        {
            if (!Utf8.IsValid(csv.RawRecord))
            {
                throw new GdalException($"The texts of feature {features.Count + 1} are not in the encoding that the file says. Give 'encoding' (a Shapefile without a .cpg is often ISO-8859-1).");
            }

            var fields = new string[columns.Length];
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = i + 1 < csv.FieldCount ? csv.GetString(i + 1) : "";
            }

            features.Add(new GdalFeature(features.Count + 1, fields, Parse(wkt, csv.GetString(0))));
        }

        return new GdalFeatures(columns, features);
    }

    private static string NameOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Latin1 => "ISO-8859-1",
        TextEncoding.Windows1252 => "CP1252",
        _ => "UTF-8",
    };

    private static Geometry? Parse(WKTReader wkt, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return wkt.Read(text);
        }
        catch (ArgumentException)
        {
            // A ring of less than four points: it has collapsed to a line or a point and holds no area.
            return wkt.Read("POLYGON EMPTY");
        }
    }
}
