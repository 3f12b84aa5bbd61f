using System.Buffers.Binary;
using System.Globalization;
using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Layers;
using Bolyst.Store;
using Microsoft.Data.Sqlite;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>
/// GeoPackage (OGC 12-128r18) with spatial index, names of columns for readers, the README and the record of the data set as metadata.
/// A database is written here and there: its first page, which never changes once the tables are there, goes at once, the others when
/// it is whole.
/// </summary>
internal sealed record GeoPackage() : DownloadFormat("gpkg", "application/geopackage+sqlite3", "GeoPackage", "GPKG")
{
    private const int PageBytes = 4096;

    // Well-known binary spends up to 3 bytes less on a polygon than the database, which has 80 at least. Whole numbers may take no byte. A row has 150 bytes with its
    // box in the index and up to 12 more for each field; rows of half a page and more leave up to half of their pages empty.
    public override SizeBounds Bounds(LayerAmount amount) => new(
        (amount.OutlineBytes / 16 * 15) + amount.TextBytes,
        (2 * (amount.OutlineBytes + amount.TextBytes + (amount.Features * (150 + (12 * amount.Fields))))) + SizeBounds.Documents);

    public override async Task WriteAsync(Download download, KeptFile file, CancellationToken cancellation)
    {
        await using var output = new KeptWriter(file);
        await using var aside = file.Aside();
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = aside.Name, Pooling = false }.ToString());
        await database.OpenAsync(cancellation);
        // A file that is not whole is thrown away: it needs no journal and no waiting for the disk.
        Run(database, FormattableString.Invariant($"""
            PRAGMA page_size = {PageBytes}; PRAGMA max_page_count = {file.MostBytes / PageBytes}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            PRAGMA temp_store = MEMORY; PRAGMA application_id = {0x47504B47}; PRAGMA user_version = 10300;
            """));
        try
        {
            await DescribeAsync(database, download, cancellation);
            var first = FirstPage(aside);
            output.Write(first);
            output.Flush();
            // Triggers keep the index right when somebody edits the file; here it is written whole.
            SQLitePCL.raw.sqlite3_db_config(database.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, out _);
            await FillAsync(database, download, cancellation);
            await database.CloseAsync();
            if (!FirstPage(aside).AsSpan().SequenceEqual(first))
                throw new IOException("The first page of a GeoPackage was sent and has changed since.");
            output.Copy(aside, PageBytes, aside.Length, cancellation);
            output.Flush();
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
        var (table, fields, srid) = (download.Layer.Head.Id, download.Layer.Fields, download.Crs.Srid);
        using var insert = Insert(database, GeoPackageTables.Quoted(table), fields.Count + 2);
        var (features, boxes) = (new List<long>(), new List<Box>());
        await foreach (var shape in download.ShapesAsync(withOutline: true, cancellation))
        {
            Execute(insert, [shape.Ordinal + 1L, Blob(shape, srid), .. fields.Select(field => Value(field, shape.Ordinal))]);
            if (shape.Box is null)
                continue;
            features.Add(shape.Ordinal + 1L);
            boxes.Add(Box.Of(shape.Box));
        }

        if (boxes.Count == 0)
            return;
        var around = boxes.Aggregate((all, box) => all.Join(box));
        Run(database, "UPDATE gpkg_contents SET min_x = $1, min_y = $2, max_x = $3, max_y = $4 WHERE table_name = $5", around.West, around.South, around.East, around.North, table);
        GeoPackageIndex.Write(database, GeoPackageTables.IndexOf(table), features, boxes);
    }

    /// <summary>
    /// The first page as it may be sent: SQLite counts pages and changes in it, and takes the number of pages from the file where the count
    /// of changes and the one that goes with the number of pages are not the same (https://www.sqlite.org/fileformat2.html#in_header_database_size).
    /// </summary>
    private static byte[] FirstPage(FileStream database)
    {
        var page = new byte[PageBytes];
        RandomAccess.Read(database.SafeFileHandle, page, 0);
        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(24), 1);
        page.AsSpan(28, sizeof(int)).Clear();
        page.AsSpan(92, sizeof(int)).Clear();
        return page;
    }

    /// <summary>Makes the tables and writes all that is said about the layer. No page is left over, for the first one counts those.</summary>
    private static async Task DescribeAsync(SqliteConnection database, Download download, CancellationToken cancellation)
    {
        await using (var transaction = await database.BeginTransactionAsync(cancellation))
        {
            GeoPackageTables.Create(database, download.Layer);
            await GeoPackageTables.DescribeAsync(database, download, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        Run(database, "VACUUM");
    }

    /// <summary>Writes what is much, in the order of its keys: rows are put after rows, so that no page is left over.</summary>
    private static async Task FillAsync(SqliteConnection database, Download download, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginTransactionAsync(cancellation);
        GeoPackageStyles.Write(database, download);
        await FeaturesAsync(database, download, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A statement that writes a row.</summary>
    public static SqliteCommand Insert(SqliteConnection database, string table, int columns)
    {
        var command = database.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(1, columns).Select(n => FormattableString.Invariant($"${n}")))})";
        for (var n = 1; n <= columns; n++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = FormattableString.Invariant($"${n}") });
        }

        return command;
    }

    /// <summary>Writes a row.</summary>
    public static void Execute(SqliteCommand insert, IEnumerable<object?> values)
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
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), srid);
        var at = 8;
        foreach (var edge in (ReadOnlySpan<double>)[west, east, south, north])
        {
            BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(at), edge);
            at += sizeof(double);
        }

        outline.Wkb.CopyTo(blob, at);
        return blob;
    }
}
