using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using Bolyst.Store.Schema;
using Npgsql;

namespace Bolyst.Store.Columns;

/// <summary>Reads axes and columns from the database.</summary>
internal sealed class CubeReader(NpgsqlDataSource dataSource)
{
    private static readonly string AxisSql = SqlText.Read("Read/axis.sql");
    private static readonly string ColumnSql = SqlText.Read("Read/column.sql");

    public Task<ZoneAxis> ReadAxisAsync(string zoneSet, long asOf, CancellationToken cancellation) => DatabaseFaults.GuardAsync("reading zones", async () =>
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        var version = 0L;
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var command = Sql.Command(connection, AxisSql, Sql.Bigint(asOf), Sql.Text(zoneSet));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            codes.Add(row.GetString(0));
            names.Add(row.GetString(1));
            version = row.GetInt64(2);
        }

        return codes.Count > 0
            ? new ZoneAxis(zoneSet, version, codes.DrainToImmutable(), names.DrainToImmutable())
            : throw new StoreException(StoreFault.Unknown, FormattableString.Invariant($"The store has no zone set '{zoneSet}' at dataset version {asOf}."));
    });

    /// <summary>Reads a column while its axis is read: neither needs the other.</summary>
    public async Task<Column> ReadColumnAsync(ColumnKey key, Task<ZoneAxis> axis, long asOf, CancellationToken cancellation)
    {
        var cells = ReadCellsAsync(key, asOf, cancellation);
        await Task.WhenAll(axis, cells);
        return (await cells ?? new Cells((await axis).Count)).ToColumn(key, await axis);
    }

    /// <summary>Null when no zone has a cell.</summary>
    private Task<Cells?> ReadCellsAsync(ColumnKey key, long asOf, CancellationToken cancellation) => DatabaseFaults.GuardAsync("reading a column", async () =>
    {
        Cells? cells = null;
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        await using var command = Sql.Command(
            connection, ColumnSql, Sql.Bigint(asOf), Sql.Text(key.Indicator), Sql.Text(key.Period.Code), Sql.Text(key.Breakdown), Sql.Text(key.ZoneSet));
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
            (cells ??= new(row.GetInt32(7))).Set(row);
        return cells;
    });

    /// <summary>The arrays of a column while they are filled.</summary>
    private sealed class Cells
    {
        private readonly double[] numerator;
        private readonly double[] denominator;
        private readonly double[] value;
        private readonly ObservationStatus[] status;
        private readonly string?[] rule;
        private readonly long[] source;
        private readonly HashSet<string> rules = new(StringComparer.Ordinal);

        public Cells(int count)
        {
            numerator = new double[count];
            denominator = new double[count];
            value = new double[count];
            status = new ObservationStatus[count];
            rule = new string?[count];
            source = new long[count];
            Array.Fill(numerator, double.NaN);
            Array.Fill(denominator, double.NaN);
            Array.Fill(value, double.NaN);
            Array.Fill(status, ObservationStatus.NotDelivered);
        }

        public void Set(NpgsqlDataReader row)
        {
            var zone = row.GetInt32(0);
            numerator[zone] = Number(row, 1);
            denominator[zone] = Number(row, 2);
            value[zone] = Number(row, 3);
            status[zone] = (ObservationStatus)row.GetInt16(4);
            rule[zone] = row.IsDBNull(5) ? null : Shared(row.GetString(5));
            source[zone] = row.GetInt64(6);
        }

        public Column ToColumn(ColumnKey key, ZoneAxis axis) => new()
        {
            Key = key,
            Zones = axis,
            Numerator = ImmutableCollectionsMarshal.AsImmutableArray(numerator),
            Denominator = ImmutableCollectionsMarshal.AsImmutableArray(denominator),
            Value = ImmutableCollectionsMarshal.AsImmutableArray(value),
            Status = ImmutableCollectionsMarshal.AsImmutableArray(status),
            Rule = ImmutableCollectionsMarshal.AsImmutableArray(rule),
            SourceDelivery = ImmutableCollectionsMarshal.AsImmutableArray(source),
        };

        private static double Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? double.NaN : row.GetDouble(column);

        // A column of thousands of cells names a handful of rules: one string each.
        private string Shared(string text)
        {
            if (rules.TryGetValue(text, out var known))
                return known;
            rules.Add(text);
            return text;
        }
    }
}
