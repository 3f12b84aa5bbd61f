using Bolyst.Store.Import;
using Bolyst.Store.Model;
using Npgsql;
using NpgsqlTypes;

namespace Bolyst.Store;

/// <summary>
/// Writes observations by binary COPY: rows leave as they come, none is kept in memory. Complete it: one that is disposed before
/// ends the whole import. Not safe for use from several threads.
/// </summary>
public sealed class ObservationWriter : IAsyncDisposable
{
    private readonly NpgsqlBinaryImporter copy;
    private readonly long version;
    private readonly CellCheck check;
    private readonly ColumnTally ofDelivery;
    private readonly ColumnTally tally = new();

    private ObservationWriter(NpgsqlBinaryImporter copy, long version, CellCheck check, ColumnTally ofDelivery)
    {
        this.copy = copy;
        this.version = version;
        this.check = check;
        this.ofDelivery = ofDelivery;
    }

    internal static async Task<ObservationWriter> BeginAsync(NpgsqlConnection connection, long version, ColumnTally ofDelivery, CancellationToken cancellation)
    {
        var check = await CellCheck.ReadAsync(connection, cancellation);
        var copy = await connection.BeginBinaryImportAsync(
            """
            COPY bolyst.observation (version, numerator, denominator, value, indicator_id, zone_id, status, period, breakdown, suppression_rule)
            FROM STDIN (FORMAT binary)
            """,
            cancellation);
        return new(copy, version, check, ofDelivery);
    }

    /// <summary>Writes one cell.</summary>
    /// <param name="row">The cell.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such zone or indicator, or the numbers do not agree with the status.</exception>
    public ValueTask WriteAsync(in ObservationRow row, CancellationToken cancellation = default)
    {
        tally.Count(row, check.ZoneSetOf(row));
        return WriteRowAsync(row, cancellation);
    }

    /// <summary>Ends the COPY.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The number of rows written.</returns>
    /// <exception cref="StoreException">A cell stands twice in the delivery, or the server refused.</exception>
    public Task<long> CompleteAsync(CancellationToken cancellation = default) => DatabaseFaults.GuardAsync("writing observations", async () =>
    {
        try
        {
            var rows = (long)await copy.CompleteAsync(cancellation);
            await copy.DisposeAsync();
            ofDelivery.Add(tally);
            return rows;
        }
        catch (PostgresException fault) when (fault is { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new StoreException(StoreFault.GivenTwice, $"{check.NameOfDuplicate(fault)} stands twice in the delivery. Leave out subtotal rows, or give each a breakdown of its own.", fault);
        }
    });

    /// <summary>Ends the COPY; when the writer was not completed, the import cannot be committed any more.</summary>
    public ValueTask DisposeAsync() => copy.DisposeAsync();

    private async ValueTask WriteRowAsync(ObservationRow row, CancellationToken cancellation)
    {
        try
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint, cancellation);
            await WriteNumberAsync(row.Numerator, cancellation);
            await WriteNumberAsync(row.Denominator, cancellation);
            await WriteNumberAsync(row.Value, cancellation);
            await copy.WriteAsync(row.IndicatorId, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(row.ZoneId, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync((short)row.Status, NpgsqlDbType.Smallint, cancellation);
            await copy.WriteAsync(row.Period.Code, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(row.Breakdown, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(row.SuppressionRule, NpgsqlDbType.Text, cancellation);
        }
        catch (NpgsqlException fault)
        {
            throw DatabaseFaults.Translate("writing observations", fault);
        }
    }

    private Task WriteNumberAsync(double number, CancellationToken cancellation) =>
        double.IsNaN(number) ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(number, NpgsqlDbType.Double, cancellation);
}
