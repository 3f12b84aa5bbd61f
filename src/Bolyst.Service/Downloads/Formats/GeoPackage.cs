using System.Globalization;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Layers;
using Bolyst.Store;
using Microsoft.Data.Sqlite;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// GeoPackage (OGC 12-128r18) with spatial index, names of columns for readers, the README and the record of the data set as metadata.
/// A database is written here and there, so it is sent when it is whole.
/// </summary>
internal sealed record GeoPackage() : DownloadFormat("gpkg", "application/geopackage+sqlite3", "GeoPackage", "GPKG")
{
    private const int PageBytes = 4096;

    public override bool Grows => false;

    public override async Task WriteAsync(Download download, KeptFile file, KeptFile? from, CancellationToken cancellation)
    {
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file.Path, Pooling = false }.ToString());
        await database.OpenAsync(cancellation);
        // A file that is not whole is thrown away: it needs no journal and no waiting for the disk.
        Run(database, FormattableString.Invariant($"""
            PRAGMA page_size = {PageBytes}; PRAGMA max_page_count = {file.MostBytes / PageBytes}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            PRAGMA temp_store = MEMORY; PRAGMA application_id = {0x47504B47}; PRAGMA user_version = 10300;
            """));
        try
        {
            await using var transaction = await database.BeginTransactionAsync(cancellation);
            await GeoPackageTables.WriteAsync(database, download, cancellation);
            await FeaturesAsync(database, download, cancellation);
            GeoPackageTables.AddTriggers(database, download.Layer.Head.Id);
            await transaction.CommitAsync(cancellation);
        }
        catch (SqliteException full) when (full.SqliteErrorCode == SQLitePCL.raw.SQLITE_FULL)
        {
            throw KeptWriter.TooLarge(file.MostBytes);
        }
    }

    /// <summary>Runs a statement that reads nothing.</summary>
    /// <param name="database">Where.</param>
    /// <param name="sql">The statement, with <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="values">Their values.</param>
    public static void Run(SqliteConnection database, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i + 1}"), values[i] ?? DBNull.Value);
        }

        command.ExecuteNonQuery();
    }

    private static async Task FeaturesAsync(SqliteConnection database, Download download, CancellationToken cancellation)
    {
        var (fields, srid) = (download.Layer.Fields, download.Crs.Srid);
        using var feature = Insert(database, GeoPackageTables.Quoted(download.Layer.Head.Id), fields.Count + 2);
        using var box = Insert(database, GeoPackageTables.Quoted(GeoPackageTables.IndexOf(download.Layer.Head.Id)), 5);
        double[]? around = null;
        await foreach (var shape in download.ShapesAsync(withOutline: true, cancellation))
        {
            Execute(feature, [shape.Ordinal + 1L, Blob(shape, srid), .. fields.Select(field => Value(field, shape.Ordinal))]);
            if (shape.Box is not [var west, var south, var east, var north])
                continue;
            Execute(box, [shape.Ordinal + 1L, west, east, south, north]);
            around = around is null ? shape.Box : [Math.Min(around[0], west), Math.Min(around[1], south), Math.Max(around[2], east), Math.Max(around[3], north)];
        }

        if (around is not null)
            Run(database, "UPDATE gpkg_contents SET min_x = $1, min_y = $2, max_x = $3, max_y = $4", around[0], around[1], around[2], around[3]);
    }

    private static SqliteCommand Insert(SqliteConnection database, string table, int columns)
    {
        var command = database.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(1, columns).Select(n => FormattableString.Invariant($"${n}")))})";
        for (var n = 1; n <= columns; n++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${n}") });
        }

        return command;
    }

    private static void Execute(SqliteCommand insert, IEnumerable<object?> values)
    {
        var at = 0;
        foreach (var value in values)
        {
            insert.Parameters[at++].Value = value ?? DBNull.Value;
        }

        insert.ExecuteNonQuery();
    }

    private static object? Value(LayerField field, int ordinal) => field switch
    {
        NumberField number => number.At(ordinal),
        DateField date => date.At(ordinal)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TextField text => text.At(ordinal),
        _ => throw new ArgumentException($"A column holds numbers, days or text, not {field.GetType().Name}.", nameof(field)),
    };

    /// <summary>An outline with the header of the format: magic, version 0, little endian with a box of two dimensions, system, box.</summary>
    private static byte[]? Blob(FeatureShape shape, int srid)
    {
        if (shape is not { Outline: { } outline, Box: [var west, var south, var east, var north] })
            return null;
        var blob = new byte[40 + outline.Wkb.Length];
        "GP"u8.CopyTo(blob);
        blob[3] = 0b0000_0011;
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srid);
        var at = 8;
        foreach (var edge in (ReadOnlySpan<double>)[west, east, south, north])
        {
            System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(at), edge);
            at += sizeof(double);
        }

        outline.Wkb.CopyTo(blob, at);
        return blob;
    }
}
