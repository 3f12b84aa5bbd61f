using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Intake.Reports;
using Bolyst.Intake.Tests.Import;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Deliveries;

/// <summary>The descriptions in geodata-scripts/deliveries, imported from the files as they came.</summary>
public sealed class ShippedDeliveryTests : IAsyncLifetime
{
    private ImportCase import = null!;

    public async ValueTask InitializeAsync() => import = await ImportCase.CreateAsync();

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task Oslo_has_337_levekarssoner_of_591_grunnkretser()
    {
        var report = await ImportAsync("oslo-levekarssoner-2025.yaml");

        // awk -F'";"' '/^"0301/ {print $1}' lks2025.csv | sort -u | wc -l: 337; the same without -u: 591
        var zones = await import.Store.Cube.ZonesAsync("oslo-levekarssone-2025");
        Assert.Equal(337, zones.Codes.Length);
        Assert.Equal(591, (await import.Store.Cube.ZonesAsync("oslo-grunnkrets-2024")).Codes.Length);
        Assert.Equal(591, (await import.Store.Catalogue.ListLinksAsync(ZoneLinkKind.PartOf, "oslo-grunnkrets-2024", "oslo-levekarssone-2025")).Count);
        var parts = new Dictionary<int, int>();
        await foreach (var zone in import.Store.Outlines.StreamAsync("oslo-levekarssone-2025"))
        {
            var count = zone.Outline!.ToGeometry().NumGeometries;
            parts[count] = parts.GetValueOrDefault(count) + 1;
        }

        Assert.Equal([(1, 332), (2, 2), (4, 1), (6, 2)], parts.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));

        // GDAL reads 634 of 635 features: Rausjø in Enebakk has null geometry.
        var grunnkretser = report.ZoneSets.Single(set => set.ZoneSet == "oslo-grunnkrets-2024");
        Assert.Equal(["32200301"], grunnkretser.Of(FindingKind.DroppedByReader).Single().Codes);

        // grep -ac '^"030117\|^"030199' lks2025.csv names two zones: Marka, and a code that is no bydel.
        var without = report.ZoneSets.Single(set => set.ZoneSet == "oslo-levekarssone-2025").Of(FindingKind.NoParent).SelectMany(finding => finding.Codes);
        Assert.Equal(["030117", "030199"], without.Select(code => code[..6]).Distinct().Order());
    }

    [Fact]
    public async Task Akershus_has_261_levekarssoner()
    {
        await ImportAsync("akershus-levekarssoner-2026.yaml");

        // awk -F, '$1 ~ /^32/ {print $1}' lks_gk_2026.csv | sort -u | wc -l: 261
        Assert.Equal(261, (await import.Store.Cube.ZonesAsync("akershus-levekarssone-2026")).Codes.Length);
    }

    [Fact]
    public async Task Kommuner_of_2020_and_2024_are_356_and_357_with_every_invalid_outline_named()
    {
        var report = await ImportAsync("kommuner-2020-2024.yaml");

        var sizes = new[] { (await import.Store.Cube.ZonesAsync("kommune-2020")).Codes.Length, (await import.Store.Cube.ZonesAsync("kommune-2024")).Codes.Length };
        Assert.Equal([356, 357], sizes);

        // SELECT count(*) FROM kommuner WHERE NOT ST_IsValid(geom), PostGIS 3.3.2, coordinates as in the files.
        Assert.Equal([27, 28], report.ZoneSets.Select(set => set.Of(FindingKind.Repaired).Concat(set.Of(FindingKind.InvalidOnlyInFile)).SelectMany(finding => finding.Codes).Distinct().Count()));
    }

    [Fact]
    public async Task Imdi_joins_428_of_428_kommuner_and_all_of_oslos_17_bydeler()
    {
        var report = await ImportAsync("kommuner-2013.yaml");

        Assert.All(report.Tables, table => Assert.Equal(0, table.WithoutZone.Total));
        Assert.Equal([428L, 36, 428, 428, 428, 428, 428, 428, 17, 17, 17, 17, 17, 17], report.Tables.Select(table => (long)table.Joined));
        foreach (var indicator in new[] { "population", "persistent-low-income", "unemployed", "mean-income", "employed" })
        {
            Assert.All((await import.ColumnAsync(indicator, "2013", zoneSet: "kommune-2013")).Status, status => Assert.Equal(ObservationStatus.Value, status));
        }

        // grep '"alle","alle","personer","[:.]"' sosialhjelp.csv | grep -v '"NULL"$' names 1144 (Kvitsøy) and 1151 (Utsira).
        var assistance = await import.ColumnAsync("social-assistance", "2013", zoneSet: "kommune-2013");
        var hidden = Enumerable.Range(0, 428).Where(zone => assistance.Status[zone] == ObservationStatus.Suppressed).Select(zone => assistance.Zones.Codes[zone]);
        Assert.Equal(["1144", "1151"], hidden);

        // grep '"alle","alle","personer"' sosialhjelp.csv | grep '"0104"$': 1141 receivers in Moss.
        Assert.Equal(1141, assistance.Numerator[assistance.Zones.OrdinalOf("0104")]);

        // The product of the three factors then exists in 426 kommuner: in all but those two.
        var lowIncome = await import.ColumnAsync("persistent-low-income", "2013", zoneSet: "kommune-2013");
        var unemployed = await import.ColumnAsync("unemployed", "2013", zoneSet: "kommune-2013");
        Assert.Equal(426, Enumerable.Range(0, 428).Count(zone => double.IsFinite(lowIncome.Value[zone] * unemployed.Value[zone] * assistance.Value[zone])));
        var youth = await import.ColumnAsync("youth-outside", "2013", zoneSet: "kommune-2013");
        Assert.Equal(["1144", "1151", "1252", "1265"], Enumerable.Range(0, 428).Where(zone => youth.Status[zone] == ObservationStatus.Suppressed).Select(zone => youth.Zones.Codes[zone]));
    }

    [Fact]
    public async Task Bradford_has_310_lsoa_with_ten_indicators_each()
    {
        var report = await ImportAsync("bradford-imd-2019.yaml");

        Assert.Equal(310, report.Tables.Single().Joined);

        // grep E01010568 imd2019_bradford_indicators.csv: income_domain_numerator 125, mean air quality 0.97
        var deprived = await import.ColumnAsync("income-deprived", "2019", zoneSet: "bradford-lsoa-2011");
        Assert.Equal(125, deprived.Value[deprived.Zones.OrdinalOf("E01010568")]);
        Assert.All(deprived.Status, status => Assert.Equal(ObservationStatus.Value, status));
    }

    private async Task<ImportReport> ImportAsync(string description)
    {
        SharedData.Require("data");
        var delivery = DeliveryDescription.Load(Path.Combine(Repository.Root, "geodata-scripts", "deliveries", description));
        var report = await DeliveryImporter.ImportAsync(import.Store, delivery, new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults.Faults);
        await import.Store.Versions.WaitForNewerAsync(report.DatasetVersion!.Value - 1);
        return report;
    }
}
