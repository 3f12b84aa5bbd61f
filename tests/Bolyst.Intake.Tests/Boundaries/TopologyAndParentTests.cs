using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;
using NetTopologySuite.IO;

namespace Bolyst.Intake.Tests.Boundaries;

public sealed class TopologyAndParentTests
{
    private readonly BoundaryReport report = new("zones");

    [Fact]
    public void Overlaps_gaps_parts_and_tiny_parts_are_reported_with_codes_and_areas()
    {
        ZoneRow[] zones =
        [
            Zone("1", "POLYGON((0 0,100 0,100 40,40 40,40 60,100 60,100 100,0 100,0 0))"),
            Zone("2", "POLYGON((99 0,200 0,200 100,99 100,99 0))"),
            Zone("3", "MULTIPOLYGON(((300 0,400 0,400 100,300 100,300 0)),((500 0,505 0,505 5,500 5,500 0)))"),
            new ZoneRow("4", "no outline", null),
        ];
        TopologyInspector.Inspect(zones, isPartition: true, new TopologyLimits(), report, CancellationToken.None);
        var overlap = report.Of(FindingKind.Overlap).Single();
        Assert.Equal(["1", "2"], overlap.Codes);
        Assert.Equal(80, overlap.Area!.Value, 1e-9); // two strips of 1 x 40
        var gap = report.Of(FindingKind.Gap).Single();
        Assert.Equal(["1", "2"], gap.Codes);
        Assert.Equal(59 * 20, gap.Area!.Value, 1e-9); // from x 40 to 99, y 40 to 60
        Assert.Equal(["3"], report.Of(FindingKind.Multipart).Single().Codes);
        Assert.Equal(25, report.Of(FindingKind.TinyPart).Single().Area!.Value, 1e-9);
        Assert.Equal(FindingSeverity.Warning, overlap.Severity);
    }

    [Fact]
    public void Neighbours_that_only_touch_are_no_finding()
    {
        TopologyInspector.Inspect([Zone("1", "POLYGON((0 0,1 0,1 1,0 1,0 0))"), Zone("2", "POLYGON((1 0,2 0,2 1,1 1,1 0))")], isPartition: true, new TopologyLimits(), report, CancellationToken.None);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_parent_is_found_by_prefix()
    {
        var links = Resolve(new ParentDescription { ZoneSet = "delomrader", Prefix = 6 }, [], "03010101", "03010102", "46010101");
        Assert.Equal([("03010101", "030101"), ("03010102", "030101")], links.Select(link => (link.FromCode, link.ToCode)));
        Assert.All(links, link => Assert.Equal((ZoneLinkKind.Parent, "zones", "delomrader"), (link.Kind, link.FromZoneSet, link.ToZoneSet)));
        Assert.Equal(["46010101"], report.Of(FindingKind.NoParent).Single().Codes);
    }

    [Fact]
    public void A_parent_is_found_by_table_and_two_parents_are_a_fault()
    {
        var description = new ParentDescription
        {
            ZoneSet = "delomrader",
            Table = new ParentTableDescription { File = new DeliveryPath("p.csv", "/p.csv"), Code = new FieldDescription { Field = "a" }, Parent = new FieldDescription { Field = "b" } },
        };
        var links = Resolve(description, [new("x", "030101", 2), new("y", "030101", 3), new("y", "030102", 4)], "x", "y");
        Assert.Equal("030101", links[0].ToCode);
        Assert.Contains("p.csv: y has several parents: 030101 (line 3), 030102 (line 4)", report.Faults.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_by_area_holds_at_least_half()
    {
        ZoneRow[] parents = [Zone("west", "POLYGON((0 0,10 0,10 10,0 10,0 0))"), Zone("east", "POLYGON((10 0,20 0,20 10,10 10,10 0))")];
        ZoneRow[] zones = [Zone("a", "POLYGON((8 0,11 0,11 1,8 1,8 0))"), Zone("b", "POLYGON((19 0,29 0,29 1,19 1,19 0))")];
        var links = ParentResolver.Resolve(new ParentDescription { ZoneSet = "halves", SpatialMajority = true }, "zones", zones, parents, [], report, CancellationToken.None);
        Assert.Equal(("a", "west"), links.Select(link => (link.FromCode, link.ToCode)).Single());
        Assert.Equal(["b"], report.Of(FindingKind.NoParent).Single().Codes);
    }

    private static ZoneRow Zone(string code, string wkt) => new(code, code, new WKTReader().Read(wkt));

    private IReadOnlyList<ZoneLink> Resolve(ParentDescription description, ParentRow[] table, params string[] codes) => ParentResolver.Resolve(
        description, "zones", [.. codes.Select(code => new ZoneRow(code, code, null))], [new ZoneRow("030101", "A", null), new ZoneRow("030102", "B", null)], table, report, CancellationToken.None);
}
