using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store;

/// <summary>Rows of a query in <c>Sql/Read</c>: the zone in columns 0 to 13, its version in the last.</summary>
internal sealed class OutlineRows : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly NpgsqlDataReader reader;
    private readonly string doing;

    private OutlineRows(NpgsqlConnection connection, NpgsqlCommand command, NpgsqlDataReader reader, string doing)
    {
        this.connection = connection;
        this.command = command;
        this.reader = reader;
        this.doing = doing;
    }

    public static async Task<OutlineRows> OpenAsync(
        NpgsqlDataSource dataSource, string doing, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellation);
        var command = Sql.Command(connection, sql, parameters);
        try
        {
            return new(connection, command, await command.ExecuteReaderAsync(cancellation), doing);
        }
        catch
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    public Task<bool> ReadAsync(CancellationToken cancellation) => DatabaseFaults.GuardAsync(doing, () => reader.ReadAsync(cancellation));

    public ZoneInfo Zone() => new(
        reader.GetInt32(0),
        reader.GetString(1),
        reader.GetString(2),
        reader.GetInt32(3),
        reader.GetString(4),
        reader.GetInt32(5),
        reader.IsDBNull(7)
            ? null
            : new(
                reader.GetInt32(6), reader.GetDouble(7), reader.GetDouble(8), reader.GetDouble(9), reader.GetDouble(10), reader.GetDouble(11),
                reader.GetDouble(12), reader.GetDouble(13)),
        reader.GetInt64(reader.FieldCount - 1));

    public (int Source, int Target, double AreaM2) Overlap() => (reader.GetInt32(0), reader.GetInt32(1), reader.GetDouble(2));

    public double? NumberOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public int Integer(int column) => reader.GetInt32(column);

    public long Bigint(int column) => reader.GetInt64(column);

    public T? ValueOrNull<T>(int column)
        where T : class => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    public Outline? OutlineOrNull(int column, int srid) => reader.IsDBNull(column) ? null : new(srid, reader.GetFieldValue<byte[]>(column));

    public BoundaryHead BoundaryHead() => new(
        reader.GetString(0),
        reader.GetFieldValue<DateOnly>(1),
        reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2),
        reader.GetBoolean(3),
        reader.GetString(4),
        reader.GetDouble(5),
        reader.GetInt64(6));

    public WaterInfo Water() => new(reader.GetString(0), TextOrNull(1), reader.GetDouble(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5));

    public FeatureShape FeatureShape(int srid) => new(
        reader.GetInt32(0),
        reader.IsDBNull(1) ? null : (reader.GetDouble(1), reader.GetDouble(2)),
        OutlineOrNull(3, srid),
        reader.IsDBNull(4) ? null : [reader.GetDouble(4), reader.GetDouble(5), reader.GetDouble(6), reader.GetDouble(7)]);

    public BoundaryInfo Boundary(int srid) => new(BoundaryHead(), OutlineOrNull(7, srid)!);

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
