namespace Bolyst.Intake.Tests.Import;

public sealed class OmradesatsingImportTests : IAsyncLifetime
{
    private const string Yaml = """
        omradesatsinger:
          - key: oslo-indre-ost-2014
            standing: proxy
            valid: {from: 2014-01-01, to: 2018-12-31}
            source: Drawn after the street names of the programme
            boundary: {files: [zones.geojson], code: {value: satsing}, where: {field: nr, in: [301, 302]}, dissolveByCode: true}
        """;

    private ImportCase import = null!;

    public async ValueTask InitializeAsync() => import = await ImportCase.CreateAsync();

    public ValueTask DisposeAsync() => import.DisposeAsync();

    [Fact]
    public async Task A_boundary_is_delivered_dated_and_marked_as_proxy()
    {
        await import.PassAsync(Yaml);

        var boundary = Assert.Single(await import.Store.Outlines.ListOmradesatsingBoundariesAsync("oslo-indre-ost-2014"));
        Assert.False(boundary.IsOfficial);
        Assert.Equal(new DateOnly(2014, 1, 1), boundary.ValidFrom);
        // Two squares of 1000 m side by side.
        Assert.Equal(2_000_000, boundary.AreaM2, 1e-3);
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_is_told()
    {
        var report = await import.ImportAsync(Yaml.Replace("[301, 302]", "[9]", StringComparison.Ordinal));

        Assert.Contains(report.Faults.Faults, f => f.Message.Contains("no outline that passes the filter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_programme_is_refused()
    {
        var fault = await import.FaultAsync(Yaml.Replace("oslo-indre-ost-2014", "nowhere", StringComparison.Ordinal));

        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
    }
}
