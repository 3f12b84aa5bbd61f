using Bolyst.Intake.Description;
using Bolyst.Intake.Import;
using Bolyst.Statistics;
using Bolyst.Testing;

namespace Bolyst.Intake.Tests.Import;

/// <summary>IMDi's tables of 2013 on the kommuner of that year, as they came.</summary>
public sealed class RealDeliveryTests : IAsyncLifetime
{
    private const string Description = """
        base: ${BOLYST_TEST_SHARED}
        delivery: {key: imdi-2013, title: IMDi 2013, supplier: IMDi, licence: NLOD}
        zoneSets:
          - key: kommune-2013
            level: kommune
            name: Kommuner 2013
            valid: {from: 2013-01-01, to: 2013-12-31}
            boundaries: {files: [nor-maps/versioned/2013_kommune.geojson], code: {field: kommune_no, pad: 4}, name: kommune_name}
            codeChanges: [{from: "1901", to: "1903"}]
        indicators:
          - {key: persistent-low-income, name: Vedvarande låginntekt, theme: economy, definition: Under 60 prosent av medianen i tre år, unit: percent, polarity: higherIsWorse}
        tables:
          - file: imdi-kommune-bydel-2015/vedvarende_lavinntekt.csv
            zoneSet: kommune-2013
            zone: kommune_nr
            period: aar
            where:
              - {field: kommune_nr, equals: "NULL", not: true}
              - {field: innvkat_3, equals: alle}
              - {field: aar, equals: 2013}
            values: {indicator: persistent-low-income, rate: {field: tabellvariabel, where: {field: enhet, equals: prosent}}}
        """;

    private ImportCase import = null!;

    public async ValueTask InitializeAsync() => import = await ImportCase.CreateAsync();

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task Low_income_joins_428_of_428_kommuner()
    {
        Environment.SetEnvironmentVariable("BOLYST_TEST_SHARED", SharedData.Require("data"));
        var description = DeliveryDescription.Parse(Description, "imdi.yaml", import.Folder);

        var report = await DeliveryImporter.ImportAsync(import.Store, description, new ImportOptions(), TestContext.Current.CancellationToken);

        Assert.Empty(report.Faults.Faults);
        Assert.Equal(428, report.Tables[0].Joined);
        Assert.Equal(0, report.Tables[0].WithoutZone.Total);
        await import.Store.Versions.WaitForNewerAsync(0);
        var column = await import.ColumnAsync("persistent-low-income", "2013", zoneSet: "kommune-2013");
        // grep '"alle","alle","prosent"' vedvarende_lavinntekt.csv | grep '"0301"' => "2013","NULL","alle","alle","prosent","13.7",...
        Assert.Equal(13.7, column.Value[column.Zones.OrdinalOf("0301")]);
        Assert.Equal(ObservationStatus.Value, column.Status[column.Zones.OrdinalOf("1903")]);
    }
}
