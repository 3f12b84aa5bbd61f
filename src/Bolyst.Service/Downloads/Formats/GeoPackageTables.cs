using System.Globalization;
using Bolyst.Service.Downloads.Readme;
using Bolyst.Service.Layers;
using Microsoft.Data.Sqlite;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>The tables of a GeoPackage and all that they say about the layer; not its features.</summary>
internal static class GeoPackageTables
{
    private static readonly string TablesSql = Read("geopackage.sql");
    private static readonly string IndexSql = Read("geopackage-index.sql");

    /// <summary>Name of the spatial index of a table.</summary>
    public static string IndexOf(string table) => $"rtree_{table}_geom";

    /// <summary>A name as SQL takes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The time that the file carries.</summary>
    public static string TimeOf(Download download) => download.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Makes every table, with the triggers that make edits keep the index.</summary>
    public static void Create(SqliteConnection database, Layer layer)
    {
        var (table, index) = (Quoted(layer.Head.Id), Quoted(IndexOf(layer.Head.Id)));
        GeoPackage.Run(database, TablesSql);
        GeoPackage.Run(
            database,
            $"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, {string.Join(", ", layer.Fields.Select(field => $"{Quoted(field.Name)} {TypeOf(field)}"))})");
        GeoPackage.Run(database, $"CREATE VIRTUAL TABLE {index} USING rtree(id, minx, maxx, miny, maxy)");
        GeoPackage.Run(database, IndexSql.Replace("\"{table}\"", table, StringComparison.Ordinal).Replace("{index}", index[1..^1], StringComparison.Ordinal));
        if (layer.Measures.Count > 0)
            GeoPackageStyles.Create(database);
    }

    /// <summary>Writes all that is said about the layer.</summary>
    public static async Task DescribeAsync(SqliteConnection database, Download download, CancellationToken cancellation)
    {
        var (layer, table, srid) = (download.Layer, download.Layer.Head.Id, download.Crs.Srid);
        var at = TimeOf(download);
        foreach (var known in (int[])[.. new[] { 4326, srid }.Distinct()])
        {
            var definition = await download.Store.Features.ReferenceSystemAsync(known, cancellation);
            GeoPackage.Run(database, "INSERT INTO gpkg_spatial_ref_sys VALUES ($1, $2, 'EPSG', $2, $3, NULL)", FormattableString.Invariant($"EPSG:{known}"), known, definition);
        }

        GeoPackage.Run(
            database, "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES ($1, 'features', $2, $3, $4, $5)",
            table, download.Texts.Of(layer.Head.Title), download.Texts.Of(layer.Head.Description), at, srid);
        GeoPackage.Run(database, "INSERT INTO gpkg_geometry_columns VALUES ($1, 'geom', 'MULTIPOLYGON', $2, 0, 0)", table, srid);
        GeoPackage.Run(
            database, "INSERT INTO gpkg_extensions VALUES ($1, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec121/#extension_rtree', 'write-only')", table);
        Titles(database, download);
        if (layer.Measures.Count > 0)
            GeoPackage.Run(database, "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', $1)", at);
        Metadata(database, table, at, "text/turtle", "https://data.norge.no/specification/dcat-ap-no", download.Record);
        Metadata(database, table, at, "text/plain", "https://www.ogc.org/standard/geopackage/", ReadmeText.Write(download));
        Metadata(database, table, at, "application/json", "https://www.ogc.org/standard/geopackage/", SourcesJson.Write(download));
    }

    private static void Titles(SqliteConnection database, Download download)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in download.Columns)
        {
            // Programs show `name` in place of the column's, and it must be there once only.
            var title = taken.Add(column.Title) ? column.Title : $"{column.Title} ({column.Name})";
            var description = string.Join(". ", new[] { column.Unit, column.Period, column.Definition, column.Source, column.Licence }.Where(text => text.Length > 0));
            GeoPackage.Run(
                database, "INSERT INTO gpkg_data_columns VALUES ($1, $2, $3, $4, $5, NULL, NULL)", download.Layer.Head.Id, column.Name, title, column.Title, description);
        }
    }

    private static void Metadata(SqliteConnection database, string table, string at, string mediaType, string standard, string text)
    {
        GeoPackage.Run(database, "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', $1, $2, $3)", standard, mediaType, text);
        GeoPackage.Run(
            database, "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id) VALUES ('table', $1, $2, last_insert_rowid())", table, at);
    }

    private static string TypeOf(LayerField field) => field switch
    {
        NumberField => "DOUBLE",
        DateField => "DATE",
        _ => "TEXT",
    };

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(GeoPackageTables).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
