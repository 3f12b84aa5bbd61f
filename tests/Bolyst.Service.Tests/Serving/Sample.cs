using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

[assembly: AssemblyFixture(typeof(Sample))]

namespace Bolyst.Service.Tests.Serving;

/// <summary>
/// An invented kommune that is small enough to compute by hand, served over sockets to every test that only reads.
/// <code>
/// krets-2019: 01 02 03 04 08        squares of 100 m from west to east
/// krets-2020: 01 02 05 06 07        05 = 03 + 04; 08 was split: 06 got 0.4 of it, 07 the rest
/// by-2020:    1                     around all of krets-2020
///
/// 2020        population  low-income       unemployed  receivers
/// 01          1000        100/1000 = 10    4           30
/// 02          2000        100/2000 =  5    2           20
/// 05          1500        300/1500 = 20    5           90
/// 06           400        suppressed       3            4
/// 07           600        not delivered    1            6
/// 1 (by)      5500        500/4500         3          150
/// </code>
/// A second delivery corrects low-income of 01 in 2020 to 200/1000.
/// </summary>
public sealed class Sample : IAsyncLifetime
{
    public const string Kretser = "krets-2020";
    public const string By = "by-2020";

    private Served? served;

    public Served Served => served!;

    public GrpcCaller Grpc => Served.Grpc;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync(new StoppedClock(new DateTimeOffset(2021, 6, 1, 12, 0, 0, TimeSpan.Zero)));
        await FirstAsync(Served.Store);
        await SecondAsync(Served.Store);
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
        {
            await served.DisposeAsync();
        }
    }

    /// <summary>A square with its lower left corner at (x, 0), in EPSG:25833.</summary>
    public static Polygon Square(double x, double side = 100) =>
        new(new LinearRing([new(x, 0), new(x + side, 0), new(x + side, side), new(x, side), new(x, 0)])) { SRID = 25833 };

    private static async Task FirstAsync(BolystStore store)
    {
        await using var session = await store.BeginImportAsync(Delivery("proveby", "https://example.org/proveby"));
        ZoneRow[] old = [.. Zones("01", "02", "03", "04", "08")];
        var before = await session.AddZoneSetAsync(ZoneSet("krets-2019", "krets", "2019-01-01", "2019-12-31"), old);
        var kretser = await session.AddZoneSetAsync(ZoneSet(Kretser, "krets", "2020-01-01", null), Zones("01", "02", "05", "06", "07"));
        var by = await session.AddZoneSetAsync(ZoneSet(By, "kommune", "2020-01-01", null), [new ZoneRow("1", "Prøveby", Around())]);
        await session.AddZoneLinksAsync(
        [
            new(ZoneLinkKind.Became, "krets-2019", "03", Kretser, "05", On: Day("2020-01-01")),
            new(ZoneLinkKind.Became, "krets-2019", "04", Kretser, "05", On: Day("2020-01-01")),
            new(ZoneLinkKind.Became, "krets-2019", "08", Kretser, "06", 0.4, Day("2020-01-01")),
            new(ZoneLinkKind.Became, "krets-2019", "08", Kretser, "07", 0.6, Day("2020-01-01")),
            .. kretser.ZoneIds.Keys.Where(code => !string.Equals(code, "07", StringComparison.Ordinal)).Select(code => new ZoneLink(ZoneLinkKind.Parent, Kretser, code, By, "1")),
        ]);
        var lowIncome = await session.AddIndicatorAsync(Indicator("low-income", "percent", 100, MeasureForm.Rate));
        var unemployed = await session.AddIndicatorAsync(Indicator("unemployed", "percent", 100, MeasureForm.BareRate));
        var receivers = await session.AddIndicatorAsync(Indicator("receivers", "count", 1, MeasureForm.Count));
        var population = await session.AddIndicatorAsync(Indicator("population", "count", 1, MeasureForm.Count) with { Polarity = Polarity.Neutral });
        await session.AddIndicatorAsync(Indicator("immigrants", "percent", 100, MeasureForm.BareRate) with { Polarity = Polarity.ContextOnly, Ethnicity = true });
        var immigrants = (await session.FindIndicatorAsync("immigrants"))!.Value;
        await using (var writer = await session.BeginObservationsAsync())
        {
            foreach (var (code, persons, low, jobless, received) in Year2020)
            {
                var zone = kretser.ZoneIds[code];
                await writer.WriteAsync(Count(population, zone, "2020", persons));
                await writer.WriteAsync(Count(receivers, zone, "2020", received));
                await writer.WriteAsync(Bare(unemployed, zone, "2020", jobless));
                await writer.WriteAsync(Bare(immigrants, zone, "2020", 12));
                if (low is { } cases)
                {
                    await writer.WriteAsync(Rate(lowIncome, zone, "2020", cases, persons));
                }
            }

            await writer.WriteAsync(new(
                lowIncome, kretser.ZoneIds["06"], Period.Parse("2020"), "", double.NaN, double.NaN, double.NaN, ObservationStatus.Suppressed, "standardtegn :"));
            foreach (var (code, low, persons, jobless, status) in Year2019)
            {
                var zone = before.ZoneIds[code];
                await writer.WriteAsync(Rate(lowIncome, zone, "2019", low, persons) with { Status = status });
                await writer.WriteAsync(Bare(unemployed, zone, "2019", jobless));
            }

            await writer.WriteAsync(Rate(lowIncome, before.ZoneIds["01"], "2018", 80, 1000));
            await writer.WriteAsync(Rate(lowIncome, by.ZoneIds["1"], "2020", 500, 4500));
            await writer.WriteAsync(Bare(unemployed, by.ZoneIds["1"], "2020", 3));
            await writer.WriteAsync(Count(receivers, by.ZoneIds["1"], "2020", 150));
            await writer.WriteAsync(Count(population, by.ZoneIds["1"], "2020", 5500));
            await writer.CompleteAsync();
        }

        await session.AddOmradesatsingAsync(new(
            "proveby-loftet", "Prøvebyløftet", ["Løftet"], "9999", "Prøveby", "krets 05", 2019, 2022, OmradesatsingStatus.Ended,
            ["oppvekst"], ["fleire i arbeid"], ["Staten"], [], [], "Oppdikta"));
        await session.AddOmradesatsingBoundaryAsync(new("proveby-loftet", Day("2019-01-01"), null, IsOfficial: false, "Oppdikta", Square(150)));
        await session.CommitAsync("""{"read": 1}""");
    }

    private static async Task SecondAsync(BolystStore store)
    {
        await using var session = await store.BeginImportAsync(Delivery("proveby-retting", sourceUrl: "javascript:alert(1)"));
        var kretser = (await session.FindZoneSetAsync(Kretser))!;
        var lowIncome = (await session.FindIndicatorAsync("low-income"))!.Value;
        await using (var writer = await session.BeginObservationsAsync())
        {
            await writer.WriteAsync(Rate(lowIncome, kretser.ZoneIds["01"], "2020", 200, 1000));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    private static readonly (string Code, double Persons, double? Low, double Jobless, double Received)[] Year2020 =
    [
        ("01", 1000, 100, 4, 30),
        ("02", 2000, 100, 2, 20),
        ("05", 1500, 300, 5, 90),
        ("06", 400, null, 3, 4),
        ("07", 600, null, 1, 6),
    ];

    private static readonly (string Code, double Low, double Persons, double Jobless, ObservationStatus Status)[] Year2019 =
    [
        ("01", 120, 1000, 5, ObservationStatus.BreakInSeries),
        ("02", 110, 2000, 3, ObservationStatus.Value),
        ("03", 100, 800, 6, ObservationStatus.Value),
        ("04", 50, 200, 8, ObservationStatus.Value),
        ("08", 10, 1000, 2, ObservationStatus.Value),
    ];

    private static Polygon Around() => new(new LinearRing([new(0, 0), new(500, 0), new(500, 100), new(0, 100), new(0, 0)])) { SRID = 25833 };

    private static IEnumerable<ZoneRow> Zones(params string[] codes) => codes.Select((code, i) => new ZoneRow(code, "Krets " + code, Square(100 * i)));

    private static DeliveryHead Delivery(string key, string sourceUrl) => new(
        key, new("Prøve <b>" + key), "Prøvekontoret", "CC0", sourceUrl, "post@example.org", Day("2021-01-15"), "delivery:\n  key: " + key, [new("a.csv", 12, "ab")], "sha-" + key);

    private static ZoneSetHead ZoneSet(string key, string level, string from, string? to) =>
        new(key, level, new("Soner " + key, "Soner nn " + key), Day(from), to is null ? null : Day(to), IsPartition: true, "CC0", "Oppdikta");

    private static IndicatorHead Indicator(string key, string unit, double scale, MeasureForm form) => new(
        key, new("Indikator " + key), "okonomi", new("Definisjon"), "teller", "nevner", "20-66", unit, scale, Polarity.HigherIsWorse, "register", "SSB 1", false, form);

    private static ObservationRow Rate(int indicator, int zone, string period, double cases, double persons) =>
        new(indicator, zone, Period.Parse(period), "", cases, persons, cases / persons * 100, ObservationStatus.Value);

    private static ObservationRow Bare(int indicator, int zone, string period, double value) =>
        new(indicator, zone, Period.Parse(period), "", double.NaN, double.NaN, value, ObservationStatus.Value);

    private static ObservationRow Count(int indicator, int zone, string period, double count) =>
        new(indicator, zone, Period.Parse(period), "", count, double.NaN, count, ObservationStatus.Value);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
