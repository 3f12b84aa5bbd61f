using System.Diagnostics;
using System.Globalization;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using Npgsql;

namespace Bolyst.Benchmarks.Store;

/// <summary>
/// Import through <see cref="ObservationWriter"/> beside plain <c>COPY … FROM STDIN</c> (binary, bytes ready in a file, no client work at all) of the same
/// rows in the same order into the same table with the same indexes, each in a database of its own, commit included. The ratio is
/// the measure: above 0.5 is what an import may cost. Needs BOLYST_TEST_DATABASE.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- store-import [ROWS…]</code>
/// </summary>
internal static class ImportBenchmark
{
    private const int Zones = 2_000;
    private const int Periods = 25;

    public static async Task<int> RunAsync(string[] args)
    {
        int[] sizes = args.Length > 0 ? [.. args.Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [200_000, 1_000_000, 5_000_000];
        await MeasureAsync(100_000); // not shown: the runtime compiles what the import runs
        Console.WriteLine("     rows   import rows/s     COPY rows/s   ratio");
        foreach (var rows in sizes)
        {
            var (import, copy) = await MeasureAsync(rows);
            Console.WriteLine(FormattableString.Invariant($"{rows,9} {rows / import.TotalSeconds,15:N0} {rows / copy.TotalSeconds,15:N0} {copy / import,7:F2}"));
        }

        return 0;
    }

    // Small sizes several times in turn: a single one is over before a neighbour's noise is.
    private static async Task<(TimeSpan Import, TimeSpan Copy)> MeasureAsync(int rows)
    {
        var rounds = Math.Clamp(1_000_000 / rows, 1, 5);
        var (import, copy) = (TimeSpan.Zero, TimeSpan.Zero);
        var file = Path.GetTempFileName();
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                import += await ImportAsync(rows, file);
                copy += await CopyAsync(file);
            }

            return (import / rounds, copy / rounds);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Imports the rows, then leaves them in a file as COPY writes them.</summary>
    private static async Task<TimeSpan> ImportAsync(int rows, string file)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var store = await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions());
        var clock = new Stopwatch();
        await using (var session = await store.BeginImportAsync(new("b", new("Benchmark"), "b", "CC0", null, null, null, "", [], "b")))
        {
            var zoneSet = new ZoneSetHead("b", "grunnkrets", new("B"), new(2000, 1, 1), null, true, "CC0");
            var zones = await session.AddZoneSetAsync(zoneSet, Enumerable.Range(0, Zones).Select(zone => new ZoneRow($"{zone:D8}", "Sone", null)));
            int[] zoneIds = [.. zones.ZoneIds.Values];
            var indicators = new List<int>();
            for (var indicator = 0; indicator * Zones * Periods < rows; indicator++)
            {
                indicators.Add(await session.AddIndicatorAsync(new(
                    $"i{indicator}", new("I"), "t", new("D"), null, null, null, "percent", 100, Polarity.HigherIsWorse, "register", null, false, MeasureForm.Rate)));
            }

            clock.Start();
            await using (var writer = await session.BeginObservationsAsync())
            {
                for (var row = 0; row < rows; row++)
                    await writer.WriteAsync(Row(row, indicators, zoneIds));
                await writer.CompleteAsync();
            }

            await session.CommitAsync("{}");
            clock.Stop();
        }

        await using var connection = await store.DataSource.OpenConnectionAsync();
        await using var output = File.Create(file);
        await using var rowsOut = await connection.BeginRawBinaryCopyAsync("COPY bolyst.observation TO STDOUT (FORMAT binary)");
        await rowsOut.CopyToAsync(output);
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> CopyAsync(string file)
    {
        await using var database = await TestDatabase.CreateAsync();
        await (await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions())).DisposeAsync();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync();
        await using var input = File.OpenRead(file);
        var clock = Stopwatch.StartNew();
        await using (var rowsIn = await connection.BeginRawBinaryCopyAsync("COPY bolyst.observation FROM STDIN (FORMAT binary)"))
            await input.CopyToAsync(rowsIn);
        return clock.Elapsed;
    }

    // As a statistics table comes: indicator by indicator, zone by zone, a zone's periods together.
    private static ObservationRow Row(int row, List<int> indicators, int[] zoneIds)
    {
        var period = row % Periods;
        var zone = row / Periods % Zones;
        var numerator = (row * 31L) % 97;
        return new(
            indicators[row / (Periods * Zones)], zoneIds[zone], PeriodCodes[period], "", numerator, 100 + zone, 100.0 * numerator / (100 + zone), ObservationStatus.Value);
    }

    private static readonly Period[] PeriodCodes = [.. Enumerable.Range(2000, Periods).Select(Period.Year)];
}
