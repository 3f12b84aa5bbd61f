using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Boundaries;

/// <summary>Real open boundaries, through the same description that a kommune writes.</summary>
public sealed class RealBoundaryTests
{
    private readonly BoundaryReport report = new("zones");

    [Fact]
    public async Task Oslos_337_levekarssoner_come_of_591_grunnkretser()
    {
        var built = await BuildAsync("""
            zoneSets:
              - key: oslo-grunnkrets-2024
                level: grunnkrets
                name: Grunnkretser i Oslo 2024
                valid: {from: 2024-01-01, to: 2024-12-31}
                partition: true
                boundaries:
                  files: [grunnkretser-2024/Grunnkretser_Oslo.json]
                  crs: EPSG:4326
                  code: {field: grunnkretsnummer, pad: 8}
                  name: grunnkretsnavn
                  where: {field: kommunenummer, equals: "0301"}
              - key: oslo-levekarssone-2025
                level: levekarssone
                name: Levekårssoner i Oslo 2025
                valid: {from: 2025-01-01}
                partition: true
                membership:
                  of: oslo-grunnkrets-2024
                  file: fhi-levekarssoner-lks/lks2025.csv
                  zone: sourceCode
                  zoneName: sourceName
                  member: targetCode
                  where: {field: sourceCode, startsWith: "0301"}
            """);
        var (grunnkretser, reading) = built[0];
        Assert.Equal((635, 591, 591), (reading.FeaturesInFiles, reading.FeaturesKept, grunnkretser.Zones.Count));
        // GDAL reads 634: Rausjø in Enebakk has null geometry.
        Assert.Equal(["32200301"], reading.Of(FindingKind.DroppedByReader).Single().Codes);
        Assert.Equal("Tøyen Rode 1", grunnkretser.Zones.Single(zone => zone.Code == "03012401").Name, ignoreCase: true);

        var (soner, joining) = built[1];
        Assert.Equal(337, soner.Zones.Count);
        Assert.Equal(591, soner.Zones.Sum(zone => zone.PartCount));
        Assert.Equal(591, soner.Links.Count(link => link.Kind == ZoneLinkKind.PartOf));
        Assert.Equal([(1, 332), (2, 2), (4, 1), (6, 2)], Parts(soner));
        Assert.Equal(grunnkretser.Zones.Sum(zone => zone.Outline!.Area), soner.Zones.Sum(zone => zone.Outline!.Area), 1.0);
        Assert.All(soner.Zones, zone => Assert.True(zone.Outline!.IsValid));
        Assert.Empty(joining.Of(FindingKind.Overlap));
        Assert.Empty(joining.Of(FindingKind.Gap));
        Assert.Empty(joining.Faults);
    }

    [Fact]
    public async Task Akershus_261_levekarssoner_of_2026_come_of_its_grunnkretser()
    {
        var built = await BuildAsync("""
            zoneSets:
              - key: akershus-grunnkrets-2024
                level: grunnkrets
                name: Grunnkretser i Akershus 2024
                valid: {from: 2024-01-01}
                boundaries:
                  files: [grunnkretser-2024/Grunnkretser_Akershus.json]
                  crs: EPSG:4326
                  code: grunnkretsnummer
                  name: grunnkretsnavn
                  where: {field: kommunenummer, startsWith: "32"}
              - key: akershus-levekarssone-2026
                level: levekarssone
                name: Levekårssoner i Akershus 2026
                valid: {from: 2026-01-01}
                membership:
                  of: akershus-grunnkrets-2024
                  file: fhi-levekarssoner-lks/lks_gk_2026.csv
                  zone: levekaar
                  zoneName: lksnavn
                  member: grunnkrets
                  where: {field: levekaar, startsWith: "32"}
            """);
        Assert.Equal(1643, built[0].Report.FeaturesInFiles);
        // The two that GDAL passes over belong to neighbours: Gran in Innlandet and Oslo.
        Assert.Equal(["34460309", "03013908"], built[0].Report.Of(FindingKind.DroppedByReader).Single().Codes);
        var (soner, joining) = built[1];
        Assert.Equal(261, soner.Zones.Count);
        // awk -F, '$1 ~ /^32/' lks_gk_2026.csv | wc -l: 1249
        Assert.Equal(1249, soner.Zones.Sum(zone => zone.PartCount));
        Assert.Empty(joining.Of(FindingKind.UnknownMember));
        Assert.Equal(built[0].Zones.Zones.Count - 1249, joining.Of(FindingKind.UnusedPart).Single().Codes.Count);
    }

    /// <summary>Expected: SELECT kommunenummer FROM kommuner WHERE NOT ST_IsValid(geom), PostGIS 3.3.2, coordinates as in the file.</summary>
    [Theory]
    [InlineData(
        "Kommuner-S.geojson",
        "name",
        357,
        "1101,1515,1573,1576,1577,1811,1813,1818,1820,1836,1865,3107,3909,4014,4203,4206,4207,4601,4613,4631,4636,4645,5037,5056,5060,5512,5530,5624")]
    [InlineData(
        "Kommuner-medium.json",
        "navn",
        356,
        "1146,1573,1576,1811,1813,1836,3002,3004,3005,3805,3814,4203,4206,4207,4215,4601,4613,4626,4631,4636,4645,5037,5056,5060,5412,5421,5438")]
    public async Task Every_invalid_kommune_is_reported_and_repaired(string file, string name, int count, string invalid)
    {
        var zones = await ReadAsync($"kommuner-2020-2024/{file}", new FieldDescription { Field = "kommunenummer", Pad = 4 }, new FieldDescription { Field = name });
        Assert.Equal(count, zones.Count);
        Assert.Equal("Oslo", zones.Single(zone => zone.Code == "0301").Name);
        Assert.All(zones, zone => Assert.True(zone.Code.Length == 4 && zone.Outline!.IsValid));
        var reported = report.Of(FindingKind.Repaired).Concat(report.Of(FindingKind.InvalidOnlyInFile)).SelectMany(finding => finding.Codes);
        Assert.Equal(invalid.Split(','), reported.Order(StringComparer.Ordinal));
        Assert.Empty(report.Faults);
    }

    /// <summary>Expected: SELECT ST_Area(ST_MakeValid(geom, 'method=structure')), PostGIS 3.3.2 with GEOS 3.11, in EPSG:25833.</summary>
    [Fact]
    public async Task Repaired_areas_are_those_of_postgis()
    {
        var zones = (await ReadAsync("kommuner-2020-2024/Kommuner-S.geojson", new FieldDescription { Field = "kommunenummer", Pad = 4 }, null)).ToDictionary(zone => zone.Code, zone => zone.Outline!.Area);
        Assert.Equal(469_772_086.0, zones["4601"], 0.1);
        Assert.Equal(27_050_811.3, zones["1818"], 0.1);
        Assert.Equal(1_273_979_054.4, zones["5060"], 0.1);
        Assert.Equal(262_357_469.3, zones["4206"], 0.1);
        Assert.Equal(642_477_579.7, zones["5037"], 0.1);
    }

    /// <summary>Expected: SELECT bydel, ST_Area(ST_Transform(geom, 25833)), PostGIS 3.3.2.</summary>
    [Fact]
    public async Task A_shapefile_in_utm_32_arrives_in_utm_33()
    {
        var zones = await ReadAsync("oslo-bydel-shapefile/Bydeler.shp", new FieldDescription { Field = "BYDEL", Prefix = "0301" }, new FieldDescription { Field = "BYDELSNAVN" });
        Assert.Equal(16, zones.Count);
        Assert.Equal("Grünerløkka", zones.Single(zone => zone.Code == "030102").Name);
        Assert.Equal(15_291_045.0, zones.Single(zone => zone.Code == "030101").Outline!.Area, 1.0);
        Assert.Equal(301_430_702.3, zones.Single(zone => zone.Code == "030117").Outline!.Area, 1.0);
    }

    [Fact]
    public async Task A_legacy_crs_member_is_believed()
    {
        var zones = await ReadAsync("uk-lsoa-imd2019/lsoa_E08000032.geojson", FieldDescriptionOf("LSOA11CD"), FieldDescriptionOf("LSOA11NM"));
        Assert.Equal(310, zones.Count);
        Assert.Equal(2, report.Of(FindingKind.Repaired).Count());
    }

    [Fact]
    public async Task Delomrader_given_as_several_features_become_one_zone_each()
    {
        var description = Describe("nor-maps/versioned/2024_delomraade.geojson", FieldDescriptionOf("delomraade_no"), FieldDescriptionOf("delomraade_name")) with { DissolveByCode = true };
        var zones = await new BoundaryReader(new GdalSettings(), IntakeLimits.Default).ReadAsync(description, null, report, CancellationToken.None);
        // jq '[.features[].properties.delomraade_no] | unique | length': 1547 of 1594 features
        Assert.Equal((1594, 1547), (report.FeaturesKept, zones.Count));
        Assert.Equal(1594, zones.Sum(zone => zone.PartCount));
    }

    private static FieldDescription FieldDescriptionOf(string field) => new() { Field = field };

    private static IEnumerable<(int Parts, int Zones)> Parts(BuiltZoneSet set) =>
        set.Zones.GroupBy(zone => zone.Outline!.NumGeometries).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()));

    private static BoundaryDescription Describe(string file, FieldDescription code, FieldDescription? name) =>
        new() { Files = [new DeliveryPath(file, SharedData.Require("data/" + file))], Code = code, Name = name };

    private Task<IReadOnlyList<ZoneRow>> ReadAsync(string file, FieldDescription code, FieldDescription? name) =>
        new BoundaryReader(new GdalSettings(), IntakeLimits.Default).ReadAsync(Describe(file, code, name), null, report, CancellationToken.None);

    private static async Task<List<(BuiltZoneSet Zones, BoundaryReport Report)>> BuildAsync(string zoneSets)
    {
        var description = DeliveryDescription.Parse($"delivery: {{key: real, title: Real, supplier: FHI, licence: CC BY 4.0}}\n{zoneSets}", "real.yaml", SharedData.Require("data"));
        var builder = new ZoneSetBuilder(new GdalSettings(), new TopologyLimits(), IntakeLimits.Default);
        var built = new Dictionary<string, (BuiltZoneSet Zones, BoundaryReport Report)>(StringComparer.Ordinal);
        foreach (var zoneSet in description.ZoneSets)
        {
            var findings = new BoundaryReport(zoneSet.Key);
            built[zoneSet.Key] = (await builder.BuildAsync(zoneSet, (key, _) => Task.FromResult(built.TryGetValue(key, out var found) ? found.Zones.Zones : null), findings, CancellationToken.None), findings);
        }

        return [.. built.Values];
    }
}
