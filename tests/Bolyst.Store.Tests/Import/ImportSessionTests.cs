using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using static Bolyst.Store.Tests.StoreFixture;

namespace Bolyst.Store.Tests.Import;

public class ImportSessionTests
{
    [Fact]
    public async Task A_committed_delivery_is_there_whole_and_makes_the_next_dataset_version()
    {
        await using var fixture = await CreateAsync();
        var first = await DeliverAsync(fixture, "a");
        var second = await DeliverAsync(fixture, "b");

        Assert.Equal((1, 2), (first, second));
        Assert.Equal(2, await fixture.CountAsync("delivery"));
        Assert.Equal(2, await fixture.CountAsync("zone"));
        Assert.Equal(4, await fixture.CountAsync("zone_generation"));
        Assert.Equal(4, await fixture.CountAsync("observation"));
        Assert.Equal(2, await fixture.CountAsync("delivered_column"));
        var found = await fixture.Store.FindDeliveryAsync("sha-b");
        Assert.Equal((2L, "b", "Prøvekontoret"), (found!.Version, found.Key, found.Supplier));
        Assert.Null(await fixture.Store.FindDeliveryAsync("sha-c"));
    }

    [Fact]
    public async Task A_session_disposed_without_commit_leaves_nothing()
    {
        await using var fixture = await CreateAsync();
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
            await FillAsync(session);

        foreach (var table in new[] { "delivery", "zone_set", "zone", "indicator", "observation", "delivered_column" })
            Assert.Equal(0, await fixture.CountAsync(table));
        Assert.Equal(1, await DeliverAsync(fixture, "a"));
    }

    [Fact]
    public async Task The_id_of_a_code_never_changes()
    {
        await using var fixture = await CreateAsync();
        await DeliverAsync(fixture, "a");
        await using var session = await fixture.Store.BeginImportAsync(Delivery("b"));
        var before = await session.FindZoneSetAsync("rekke");
        var after = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0302", "0303", "0301"));

        Assert.Equal(["0301", "0302"], before!.ZoneIds.Keys.Order());
        Assert.Equal(["0301", "0302", "0303"], after.ZoneIds.Keys.Order());
        Assert.Equal(before.ZoneIds["0301"], after.ZoneIds["0301"]);
        Assert.Equal(["rekke"], (await session.ListZoneSetCodesAsync()).Select(set => set.Key));
        Assert.Null(await session.FindZoneSetAsync("ukjent"));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_told_and_changes_nothing()
    {
        await using var fixture = await CreateAsync();
        await DeliverAsync(fixture, "a");
        var fault = await Assert.ThrowsAsync<StoreException>(() => fixture.Store.BeginImportAsync(Delivery("a")));

        Assert.Equal(StoreFault.DeliveryKnown, fault.Fault);
        Assert.Contains("dataset version 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_import_is_told_that_another_one_runs()
    {
        await using var fixture = await CreateAsync(new StoreOptions { ImportWait = TimeSpan.Zero });
        await using var first = await fixture.Store.BeginImportAsync(Delivery("a"));
        var fault = await Assert.ThrowsAsync<StoreException>(() => fixture.Store.BeginImportAsync(Delivery("b")));

        Assert.Equal(StoreFault.ImportInProgress, fault.Fault);
    }

    [Fact]
    public async Task A_second_import_waits_for_the_first()
    {
        await using var fixture = await CreateAsync(new StoreOptions { ImportWait = TimeSpan.FromMinutes(1) });
        Task<ImportSession> second;
        await using (var first = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            second = fixture.Store.BeginImportAsync(Delivery("b"));
            await FillAsync(first);
            await first.CommitAsync("{}");
        }

        await using var session = await second;
        Assert.Equal(2, session.Version);
        Assert.NotNull(await session.FindZoneSetAsync("rekke"));
    }

    public static TheoryData<Geometry, string> BadOutlines()
    {
        var bowtie = new Polygon(new LinearRing([new(0, 0), new(10, 10), new(10, 0), new(0, 10), new(0, 0)])) { SRID = 25833 };
        var degrees = Square(10, 59, 1);
        degrees.SRID = 4326;
        return new()
        {
            { bowtie, "is invalid: Self-intersection at (5.00, 5.00)" },
            { degrees, "is in EPSG:4326, not EPSG:25833" },
            { new Point(1, 2) { SRID = 25833 }, "is a Point" },
            { new MultiPolygon([]) { SRID = 25833 }, "is empty" },
        };
    }

    [Theory]
    [MemberData(nameof(BadOutlines), DisableDiscoveryEnumeration = true)]
    public async Task A_bad_outline_is_refused_with_its_code(Geometry outline, string reason)
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var fault = await Assert.ThrowsAsync<StoreException>(() => session.AddZoneSetAsync(ZoneSet("rekke"), [.. Row("0301"), new("0302", "Feil", outline)]));

        Assert.Equal(StoreFault.OutlineRefused, fault.Fault);
        Assert.Contains("zone 0302 of rekke " + reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_zones_with_one_code_are_refused()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var fault = await Assert.ThrowsAsync<StoreException>(() => session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301", "0301")));

        Assert.Equal(StoreFault.GivenTwice, fault.Fault);
        Assert.Contains("Zone 0301 stands twice in rekke", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_given_twice_is_refused_when_the_writer_completes()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301"));
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt"));
        await using var writer = await session.BeginObservationsAsync();
        await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 10));
        await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 11));
        var fault = await Assert.ThrowsAsync<StoreException>(() => writer.CompleteAsync());

        Assert.Equal(StoreFault.GivenTwice, fault.Fault);
        Assert.Contains("indicator lavinntekt, zone 0301, period 2020 stands twice", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tables_may_bring_parts_of_one_column()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301", "0302"));
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt"));
        foreach (var zone in zones.ZoneIds.Values)
        {
            await using var writer = await session.BeginObservationsAsync();
            await writer.WriteAsync(Cell(indicator, zone, 10));
            Assert.Equal(1, await writer.CompleteAsync());
        }

        await session.CommitAsync("{}");
        Assert.Equal((2, 2), (await fixture.Store.Catalogue.ListColumnsAsync("rekke")).Select(column => (column.CellCount, column.ValueCount)).Single());
    }

    [Fact]
    public async Task A_cell_must_agree_with_its_status()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var zone = (await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301"))).ZoneIds["0301"];
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt"));
        await using var writer = await session.BeginObservationsAsync();

        await AssertRefusedAsync(StoreFault.ValueRefused, Cell(indicator, zone, double.NaN));
        await AssertRefusedAsync(StoreFault.ValueRefused, Cell(indicator, zone, 1) with { Status = ObservationStatus.Suppressed });
        await AssertRefusedAsync(StoreFault.ValueRefused, Cell(indicator, zone, double.PositiveInfinity));
        await AssertRefusedAsync(StoreFault.ValueRefused, Cell(indicator, zone, 1) with { Period = default });
        await AssertRefusedAsync(StoreFault.Unknown, Cell(indicator, zone + 1, 1));
        await AssertRefusedAsync(StoreFault.Unknown, Cell(indicator + 1, zone, 1));

        async Task AssertRefusedAsync(StoreFault expected, ObservationRow row) =>
            Assert.Equal(expected, (await Assert.ThrowsAsync<StoreException>(() => writer.WriteAsync(row).AsTask())).Fault);
    }

    [Fact]
    public async Task Links_name_zones_that_are_there()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301"));
        await session.AddZoneSetAsync(ZoneSet("krets"), Row("03010101"));
        await session.AddZoneLinksAsync([new(ZoneLinkKind.Parent, "krets", "03010101", "rekke", "0301"), new(ZoneLinkKind.Became, "rekke", "1901", "rekke", "0301")]);
        var fault = await Assert.ThrowsAsync<StoreException>(() => session.AddZoneLinksAsync([new(ZoneLinkKind.PartOf, "krets", "03010102", "rekke", "0301")]));

        Assert.Equal(StoreFault.Unknown, fault.Fault);
        Assert.Contains("03010102 of krets", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_of_immigrant_background_must_be_context_only()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        var fault = await Assert.ThrowsAsync<StoreException>(() => session.AddIndicatorAsync(Indicator("innvandrere") with { Ethnicity = true }));

        Assert.Equal(StoreFault.ValueRefused, fault.Fault);
        await session.AddIndicatorAsync(Indicator("andel") with { Ethnicity = true, Polarity = Polarity.ContextOnly });
    }

    [Fact]
    public async Task A_boundary_belongs_to_an_omradesatsing_that_is_there()
    {
        await using var fixture = await CreateAsync();
        await using var session = await fixture.Store.BeginImportAsync(Delivery("a"));
        await session.AddOmradesatsingAsync(new("ny", "Ny", [], "0301", "Oslo", null, 2025, 2030, OmradesatsingStatus.Ongoing, [], [], [], [], [], "Avtale"));
        await session.AddOmradesatsingBoundaryAsync(new("ny", new(2025, 1, 1), null, true, "Oslo kommune", Square(0, 0, 10)));
        var fault = await Assert.ThrowsAsync<StoreException>(() =>
            session.AddOmradesatsingBoundaryAsync(new("annan", new(2025, 1, 1), null, true, "Oslo kommune", Square(0, 0, 10))));

        Assert.Equal(StoreFault.Unknown, fault.Fault);
    }

    [Fact]
    public async Task Water_of_a_key_is_replaced_as_a_whole_and_stays_in_older_versions()
    {
        await using var fixture = await CreateAsync();
        WaterHead[] first = [new("elva", "CC0", "Ein"), new("fjorden", "CC0", "Ein")];
        await using (var session = await fixture.Store.BeginImportAsync(Delivery("a")))
        {
            foreach (var head in first)
                await session.AddWaterAsync(head, [new("a", Square(0, 0, 10)), new(null, Square(20, 0, 10))]);
            var twice = await Assert.ThrowsAsync<StoreException>(() => session.AddWaterAsync(first[0], [new(null, Square(0, 0, 10))]));
            Assert.Equal(StoreFault.GivenTwice, twice.Fault);
        }

        await using (var session = await fixture.Store.BeginImportAsync(Delivery("b")))
        {
            foreach (var head in first)
                await session.AddWaterAsync(head, [new("a", Square(0, 0, 10)), new(null, Square(20, 0, 10))]);
            await session.CommitAsync("{}");
        }

        await using (var session = await fixture.Store.BeginImportAsync(Delivery("c")))
        {
            Assert.Equal(StoreFault.ValueRefused, (await Assert.ThrowsAsync<StoreException>(() => session.AddWaterAsync(first[0], []))).Fault);
            await session.AddWaterAsync(new("elva", "NLOD", "Ein annan"), [new("b", Square(0, 0, 10))]);
            await session.CommitAsync("{}");
        }

        Assert.Equal(
            [("elva", "b", "NLOD", 2), ("fjorden", "a", "CC0", 1), ("fjorden", null, "CC0", 1)],
            (await fixture.Store.Features.ListWaterAsync()).Select(surface => (surface.Key, surface.Name, surface.Licence, surface.Version)));
        Assert.Equal(4, (await fixture.Store.Features.ListWaterAsync(1)).Count);
    }

    private static async Task<long> DeliverAsync(StoreFixture fixture, string name)
    {
        await using var session = await fixture.Store.BeginImportAsync(Delivery(name));
        await FillAsync(session);
        return await session.CommitAsync("{}");
    }

    private static async Task FillAsync(ImportSession session)
    {
        var zones = await session.AddZoneSetAsync(ZoneSet("rekke"), Row("0301", "0302"));
        var indicator = await session.AddIndicatorAsync(Indicator("lavinntekt"));
        await using var writer = await session.BeginObservationsAsync();
        await writer.WriteAsync(Cell(indicator, zones.ZoneIds["0301"], 10));
        await writer.WriteAsync(new(indicator, zones.ZoneIds["0302"], Period.Year(2020), "", double.NaN, double.NaN, double.NaN, ObservationStatus.Suppressed, "under 5"));
        Assert.Equal(2, await writer.CompleteAsync());
    }
}
