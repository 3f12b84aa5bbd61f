using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Store;
using Bolyst.Store.Model;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Import;

/// <summary>Boundaries through the whole import, into a store.</summary>
public sealed class BoundaryImportTests
{
    [Fact]
    public async Task Oslos_levekarssoner_arrive_in_the_store_with_members_and_bydeler()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var store = await BolystStore.OpenAsync(database.ConnectionString, new StoreOptions());
        var description = DeliveryDescription.Parse(
            """
            delivery: {key: oslo, title: Oslo, supplier: FHI, licence: CC BY 4.0}
            zoneSets:
              - key: oslo-bydel-2020
                level: bydel
                name: Bydeler
                valid: {from: 2020-01-01}
                boundaries: {files: [oslo-bydel-shapefile/Bydeler.shp], code: {field: BYDEL, prefix: "0301"}, name: BYDELSNAVN}
              - key: oslo-grunnkrets-2024
                level: grunnkrets
                name: Grunnkretser
                valid: {from: 2024-01-01}
                partition: true
                boundaries:
                  files: [grunnkretser-2024/Grunnkretser_Oslo.json]
                  crs: EPSG:4326
                  code: grunnkretsnummer
                  name: grunnkretsnavn
                  where: {field: kommunenummer, equals: "0301"}
                parents: [{zoneSet: oslo-bydel-2020, spatialMajority: true}]
              - key: oslo-levekarssone-2025
                level: levekarssone
                name: Levekårssoner
                valid: {from: 2025-01-01}
                partition: true
                membership: {of: oslo-grunnkrets-2024, file: fhi-levekarssoner-lks/lks2025.csv, zone: sourceCode, zoneName: sourceName, member: targetCode, where: {field: sourceCode, startsWith: "0301"}}
            """,
            "oslo.yaml",
            SharedData.Require("data"));
        var report = await DeliveryImporter.ImportAsync(store, description, new ImportOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(report.Faults.Faults);
        await store.Versions.WaitForNewerAsync(report.DatasetVersion!.Value - 1);

        var soner = new List<OutlinedZone>();
        await foreach (var zone in store.Outlines.StreamAsync("oslo-levekarssone-2025"))
        {
            soner.Add(zone);
        }

        Assert.Equal(337, soner.Count);
        Assert.Equal(591, soner.Sum(zone => zone.Zone.PartCount));
        Assert.Equal(332, soner.Count(zone => zone.Outline!.ToGeometry().NumGeometries == 1));
    }

    [Fact]
    public async Task A_faulty_boundary_refuses_the_delivery_and_leaves_the_store_as_it_was()
    {
        await using var import = await ImportCase.CreateAsync();
        import.Write("zones.geojson", ImportCase.Collection([ImportCase.Square(301, "A", 260_000, 6_640_000), ImportCase.Square(301, "B", 261_000, 6_640_000)]));
        var fault = await import.FaultAsync(ImportCase.Zones);
        Assert.Contains("0301 stands on 2 features", fault.Message, StringComparison.Ordinal);
        Assert.Null(await import.Store.Catalogue.FindZoneSetAsync("kommune-2020"));
    }
}
