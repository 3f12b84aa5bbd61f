using System.Diagnostics;
using System.Globalization;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;
using Npgsql;

namespace Bolyst.Benchmarks.Intake;

/// <summary>
/// A delivery end to end (hash, CSV, codes, periods, checks, COPY, commit) beside plain <c>COPY … FROM STDIN</c> of the same rows, as bytes
/// ready in a file, into the same table with the same indexes. The ratio is the measure: at least 0.5 is what an import may cost.
/// Then the memory of the process at its highest. Needs BOLYST_TEST_DATABASE.
/// <code>dotnet run -c Release --project tests/Bolyst.Benchmarks -- intake [ROWS]
/// dotnet run -c Release --project tests/Bolyst.Benchmarks -- intake-memory [MEGABYTES]</code>
/// </summary>
internal static class IntakeBenchmark
{
    private const int Zones = 2_000;
    private const int FirstYear = 1980;
    private const int Years = 40;

    private const string Description = """
        delivery: {key: table, title: Table, supplier: Benchmark, licence: CC0}
        indicators:
          - {key: i, name: I, theme: t, definition: D, unit: percent, polarity: higherIsWorse}
        tables:
          - file: table.csv
            zoneSet: zones
            zone: {field: zone, pad: 8}
            period: year
            breakdown: [{name: group, category: group, total: all}]
            values: {indicator: i, numerator: numerator, denominator: denominator}
        """;

    /// <summary>Speed: import beside COPY.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 5_000_000;
        await MeasureAsync(100_000); // not shown: the runtime compiles what the import runs
        var (import, copy) = await MeasureAsync(rows);
        Console.WriteLine(FormattableString.Invariant($"{rows} rows: import {rows / import.TotalSeconds:N0} rows/s, COPY {rows / copy.TotalSeconds:N0} rows/s, ratio {copy / import:F2}"));
        return 0;
    }

    /// <summary>Memory: the highest of this process over the import of one large file.</summary>
    public static async Task<int> RunMemoryAsync(string[] args)
    {
        var megabytes = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 1024;
        using var folder = new TemporaryFolder();
        var rows = WriteTable(folder, long.MaxValue, megabytes << 20);
        var before = HighestMemory();
        await ImportAsync(folder, null);
        Console.WriteLine(FormattableString.Invariant($"{megabytes} MB, {rows} rows: {HighestMemory() >> 20} MB at the highest ({before >> 20} MB before)"));
        return 0;
    }

    private static async Task<(TimeSpan Import, TimeSpan Copy)> MeasureAsync(long rows)
    {
        using var folder = new TemporaryFolder();
        WriteTable(folder, rows, long.MaxValue);
        var ready = Path.Combine(folder.Path, "ready.bin");
        return (await ImportAsync(folder, ready), await CopyAsync(ready));
    }

    // A statistics table: group by group, zone by zone, a zone's years together.
    private static long WriteTable(TemporaryFolder folder, long rows, long bytes)
    {
        File.WriteAllText(Path.Combine(folder.Path, "delivery.yaml"), Description);
        using var file = File.Create(Path.Combine(folder.Path, "table.csv"));
        using var table = new StreamWriter(file);
        table.Write("zone;year;group;numerator;denominator\n");
        var row = 0L;
        for (; row < rows && file.Position < bytes; row++)
        {
            var group = row / (Years * Zones);
            table.Write(FormattableString.Invariant($"{1_000_000 + (row / Years % Zones)};{FirstYear + (row % Years)};{(group == 0 ? "all" : "g" + group.ToString(CultureInfo.InvariantCulture))};{row * 31 % 97};{100 + (row % 89)}\n"));
        }

        return row;
    }

    private static async Task<TimeSpan> ImportAsync(TemporaryFolder folder, string? ready)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var store = await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions());
        await using (var session = await store.BeginImportAsync(new("zones", new("Zones"), "b", "CC0", null, null, null, "", [], "zones")))
        {
            await session.AddZoneSetAsync(
                new ZoneSetHead("zones", "grunnkrets", new("Zones"), new(FirstYear, 1, 1), null, true, "CC0"),
                Enumerable.Range(0, Zones).Select(zone => new ZoneRow($"0{1_000_000 + zone}", "Sone", null)));
            await session.CommitAsync("{}");
        }

        var clock = Stopwatch.StartNew();
        var report = await DeliveryImporter.ImportAsync(store, DeliveryDescription.Load(Path.Combine(folder.Path, "delivery.yaml")), new ImportOptions(), CancellationToken.None);
        clock.Stop();
        if (report.Outcome != ImportOutcome.Imported)
        {
            throw new InvalidOperationException(ReportText.Write(report));
        }

        if (ready is not null)
        {
            await using var connection = await store.DataSource.OpenConnectionAsync();
            await using var output = File.Create(ready);
            await using var rows = await connection.BeginRawBinaryCopyAsync("COPY bolyst.observation TO STDOUT (FORMAT binary)");
            await rows.CopyToAsync(output);
        }

        return clock.Elapsed;
    }

    private static async Task<TimeSpan> CopyAsync(string ready)
    {
        await using var database = await TestDatabase.CreateAsync();
        await (await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions())).DisposeAsync();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync();
        await using var input = File.OpenRead(ready);
        var clock = Stopwatch.StartNew();
        await using (var rows = await connection.BeginRawBinaryCopyAsync("COPY bolyst.observation FROM STDIN (FORMAT binary)"))
        {
            await input.CopyToAsync(rows);
        }

        return clock.Elapsed;
    }

    // The kernel's high-water mark of resident memory.
    private static long HighestMemory()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("bolyst-bench-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
