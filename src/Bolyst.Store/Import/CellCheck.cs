using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using Npgsql;

namespace Bolyst.Store.Import;

/// <summary>Checks cells on their way in, and names them by code and key in what it says.</summary>
internal sealed partial class CellCheck
{
    private readonly Dictionary<int, Zone> zones = [];
    private readonly Dictionary<int, string> indicators = [];

    private CellCheck()
    {
    }

    /// <summary>Reads the zones and indicators that a cell may name.</summary>
    public static async Task<CellCheck> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var check = new CellCheck();
        await using (var command = new NpgsqlCommand("SELECT zone_id, zone_set_id, code FROM bolyst.zone", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                check.zones.Add(row.GetInt32(0), new(row.GetInt32(1), row.GetString(2)));
        }

        await using (var command = new NpgsqlCommand("SELECT indicator_id, key FROM bolyst.indicator", connection))
        await using (var row = await command.ExecuteReaderAsync(cancellation))
        {
            while (await row.ReadAsync(cancellation))
                check.indicators.Add(row.GetInt32(0), row.GetString(1));
        }

        return check;
    }

    /// <summary>The zone set that a sound cell belongs to.</summary>
    /// <exception cref="StoreException">The cell is not sound.</exception>
    public int ZoneSetOf(in ObservationRow row)
    {
        if (!zones.TryGetValue(row.ZoneId, out var zone))
            throw new StoreException(StoreFault.Unknown, FormattableString.Invariant($"Zone id {row.ZoneId} is not in the store. Take it from the zone set's handle."));
        if (!indicators.ContainsKey(row.IndicatorId))
            throw new StoreException(StoreFault.Unknown, FormattableString.Invariant($"Indicator id {row.IndicatorId} is not in the store. Add the indicator first."));
        if (row.Period.Code is null)
            throw Refused(row, "has no period");
        if (double.IsInfinity(row.Numerator) || double.IsInfinity(row.Denominator) || double.IsInfinity(row.Value))
            throw Refused(row, "holds an infinite number");
        var hasNumber = row.Status is ObservationStatus.Value or ObservationStatus.BelowHalfUnit or ObservationStatus.BreakInSeries or ObservationStatus.Imputed;
        if (hasNumber == double.IsNaN(row.Value))
            throw Refused(row, hasNumber ? $"has status {row.Status} but no value" : FormattableString.Invariant($"has status {row.Status} but value {row.Value}"));
        return zone.ZoneSetId;
    }

    /// <summary>The cell that the server says stands twice.</summary>
    public string NameOfDuplicate(PostgresException fault)
    {
        var key = PrimaryKey().Match(fault.Detail ?? "");
        return key.Success
            ? Name(Number(key.Groups["indicator"]), key.Groups["period"].Value, key.Groups["breakdown"].Value, Number(key.Groups["zone"]))
            : "A cell";

        static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);
    }

    private StoreException Refused(in ObservationRow row, string what) =>
        new(StoreFault.ValueRefused, $"{Name(row.IndicatorId, row.Period.Code, row.Breakdown, row.ZoneId)} {what}.");

    private string Name(int indicatorId, string? period, string breakdown, int zoneId) =>
        $"The cell of indicator {indicators[indicatorId]}, zone {zones[zoneId].Code}, period {period}{(breakdown.Length == 0 ? "" : ", " + breakdown)}";

    // The server's "Key (indicator_id, period, breakdown, zone_id, version)=(7, 2020, , 12, 3) already exists.", in any language.
    [GeneratedRegex(@"=\((?<indicator>\d+), (?<period>[^,]*), (?<breakdown>.*), (?<zone>\d+), \d+\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrimaryKey();

    private readonly record struct Zone(int ZoneSetId, string Code);
}
