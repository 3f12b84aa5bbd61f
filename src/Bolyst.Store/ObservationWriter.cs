using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using Npgsql;
using NpgsqlTypes;

namespace Bolyst.Store;

/// <summary>
/// Writes observations by binary COPY: rows leave as they come, none is kept in memory. Complete it, or its rows are dropped.
/// Not safe for use from several threads.
/// </summary>
public sealed partial class ObservationWriter : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBinaryImporter copy;
    private readonly long version;
    private readonly Dictionary<int, Zone> zones;
    private readonly Dictionary<int, string> indicators;
    private readonly Dictionary<DeliveredColumn, CellCounts> columns = [];

    private ObservationWriter(NpgsqlConnection connection, NpgsqlBinaryImporter copy, long version, Dictionary<int, Zone> zones, Dictionary<int, string> indicators)
    {
        this.connection = connection;
        this.copy = copy;
        this.version = version;
        this.zones = zones;
        this.indicators = indicators;
    }

    internal static async Task<ObservationWriter> BeginAsync(NpgsqlConnection connection, long version, CancellationToken cancellation)
    {
        var zones = new Dictionary<int, Zone>();
        await using (var command = new NpgsqlCommand("SELECT zone_id, zone_set_id, code FROM bolyst.zone", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                zones.Add(row.GetInt32(0), new(row.GetInt32(1), row.GetString(2)));
        }

        var indicators = new Dictionary<int, string>();
        await using (var command = new NpgsqlCommand("SELECT indicator_id, key FROM bolyst.indicator", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                indicators.Add(row.GetInt32(0), row.GetString(1));
        }

        var copy = await connection.BeginBinaryImportAsync(
            """
            COPY bolyst.observation (version, numerator, denominator, value, indicator_id, zone_id, status, period, breakdown, suppression_rule)
            FROM STDIN (FORMAT binary)
            """,
            cancellation);
        return new(connection, copy, version, zones, indicators);
    }

    /// <summary>Writes one cell.</summary>
    /// <param name="row">The cell.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreException">No such zone or indicator, or the numbers do not agree with the status.</exception>
    public ValueTask WriteAsync(in ObservationRow row, CancellationToken cancellation = default)
    {
        if (!zones.TryGetValue(row.ZoneId, out var zone))
            throw new StoreException(StoreFault.Unknown, FormattableString.Invariant($"Zone id {row.ZoneId} is not in the store. Take it from the zone set's handle."));
        if (!indicators.ContainsKey(row.IndicatorId))
            throw new StoreException(StoreFault.Unknown, FormattableString.Invariant($"Indicator id {row.IndicatorId} is not in the store. Add the indicator first."));
        Check(row);

        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(columns, new(row.IndicatorId, zone.ZoneSetId, row.Period, row.Breakdown), out _);
        counts.Cells++;
        if (!double.IsNaN(row.Value))
            counts.Values++;
        return WriteRowAsync(row, cancellation);
    }

    /// <summary>Ends the COPY and notes which columns were delivered.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The number of rows written.</returns>
    /// <exception cref="StoreException">A cell stands twice in the delivery, or the server refused.</exception>
    public Task<long> CompleteAsync(CancellationToken cancellation = default) => DatabaseFaults.GuardAsync("writing observations", async () =>
    {
        try
        {
            var rows = (long)await copy.CompleteAsync(cancellation);
            await copy.DisposeAsync();
            await NoteColumnsAsync(cancellation);
            return rows;
        }
        catch (PostgresException fault) when (fault is { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new StoreException(StoreFault.GivenTwice, $"{NameOfDuplicate(fault)} stands twice in the delivery. Leave out subtotal rows, or give each a breakdown of its own.", fault);
        }
    });

    /// <summary>Ends the COPY; rows of a writer that was not completed are dropped.</summary>
    public ValueTask DisposeAsync() => copy.DisposeAsync();

    private void Check(in ObservationRow row)
    {
        if (row.Period.Code is null)
            throw Refused(row, "has no period");
        if (double.IsInfinity(row.Numerator) || double.IsInfinity(row.Denominator) || double.IsInfinity(row.Value))
            throw Refused(row, "holds an infinite number");
        var hasNumber = row.Status is ObservationStatus.Value or ObservationStatus.BelowHalfUnit or ObservationStatus.BreakInSeries or ObservationStatus.Imputed;
        if (hasNumber == double.IsNaN(row.Value))
            throw Refused(row, hasNumber ? $"has status {row.Status} but no value" : FormattableString.Invariant($"has status {row.Status} but value {row.Value}"));
    }

    private StoreException Refused(in ObservationRow row, string what) =>
        new(StoreFault.ValueRefused, $"{Name(row.IndicatorId, row.Period.Code, row.Breakdown, row.ZoneId)} {what}.");

    private string Name(int indicatorId, string? period, string breakdown, int zoneId) =>
        $"The cell of indicator {indicators[indicatorId]}, zone {zones[zoneId].Code}, period {period}{(breakdown.Length == 0 ? "" : ", " + breakdown)}";

    private string NameOfDuplicate(PostgresException fault)
    {
        var key = PrimaryKey().Match(fault.Detail ?? "");
        return key.Success
            ? Name(Number(key.Groups["indicator"]), key.Groups["period"].Value, key.Groups["breakdown"].Value, Number(key.Groups["zone"]))
            : "A cell";

        static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
    }

    // The server's "Key (indicator_id, period, breakdown, zone_id, version)=(7, 2020, , 12, 3) already exists.", in any language.
    [GeneratedRegex(@"=\((?<indicator>\d+), (?<period>[^,]*), (?<breakdown>.*), (?<zone>\d+), \d+\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrimaryKey();

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

    private async Task NoteColumnsAsync(CancellationToken cancellation)
    {
        await using var note = await connection.BeginBinaryImportAsync(
            """
            COPY bolyst.delivered_column (indicator_id, zone_set_id, period, breakdown, version, starts_on, ends_before, cell_count, value_count)
            FROM STDIN (FORMAT binary)
            """,
            cancellation);
        foreach (var (column, counts) in columns)
        {
            await note.StartRowAsync(cancellation);
            await note.WriteAsync(column.IndicatorId, NpgsqlDbType.Integer, cancellation);
            await note.WriteAsync(column.ZoneSetId, NpgsqlDbType.Integer, cancellation);
            await note.WriteAsync(column.Period.Code, NpgsqlDbType.Text, cancellation);
            await note.WriteAsync(column.Breakdown, NpgsqlDbType.Text, cancellation);
            await note.WriteAsync(version, NpgsqlDbType.Bigint, cancellation);
            await note.WriteAsync(column.Period.Start, NpgsqlDbType.Date, cancellation);
            await note.WriteAsync(column.Period.End, NpgsqlDbType.Date, cancellation);
            await note.WriteAsync(counts.Cells, NpgsqlDbType.Bigint, cancellation);
            await note.WriteAsync(counts.Values, NpgsqlDbType.Bigint, cancellation);
        }

        await note.CompleteAsync(cancellation);
    }

    private readonly record struct Zone(int ZoneSetId, string Code);

    private readonly record struct DeliveredColumn(int IndicatorId, int ZoneSetId, Period Period, string Breakdown);

    [StructLayout(LayoutKind.Auto)]
    private record struct CellCounts(long Cells, long Values);
}
