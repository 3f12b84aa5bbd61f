using System.Runtime.InteropServices;
using Bolyst.Store.Model;
using Npgsql;
using NpgsqlTypes;

namespace Bolyst.Store.Import;

/// <summary>Counts cells as they pass, and notes which columns a delivery brought: nobody has to read observations to know.</summary>
internal sealed class ColumnTally
{
    private readonly Dictionary<Key, Cells> columns = [];

    public void Count(in ObservationRow row, int zoneSetId)
    {
        ref var cells = ref CollectionsMarshal.GetValueRefOrAddDefault(columns, new(row.IndicatorId, zoneSetId, row.Period, row.Breakdown), out _);
        cells.All++;
        if (!double.IsNaN(row.Value))
            cells.WithValue++;
    }

    /// <summary>Takes over what another tally counted.</summary>
    public void Add(ColumnTally other)
    {
        foreach (var (key, counted) in other.columns)
        {
            ref var cells = ref CollectionsMarshal.GetValueRefOrAddDefault(columns, key, out _);
            cells.All += counted.All;
            cells.WithValue += counted.WithValue;
        }
    }

    public async Task WriteAsync(NpgsqlConnection connection, long version, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY bolyst.delivered_column (indicator_id, zone_set_id, period, breakdown, version, starts_on, ends_before, cell_count, value_count)
            FROM STDIN (FORMAT binary)
            """,
            cancellation);
        foreach (var (key, cells) in columns)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(key.IndicatorId, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(key.ZoneSetId, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(key.Period.Code, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(key.Breakdown, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(key.Period.Start, NpgsqlDbType.Date, cancellation);
            await copy.WriteAsync(key.Period.End, NpgsqlDbType.Date, cancellation);
            await copy.WriteAsync(cells.All, NpgsqlDbType.Bigint, cancellation);
            await copy.WriteAsync(cells.WithValue, NpgsqlDbType.Bigint, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private readonly record struct Key(int IndicatorId, int ZoneSetId, Period Period, string Breakdown);

    private record struct Cells(long All, long WithValue);
}
