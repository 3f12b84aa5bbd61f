using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bolyst.Intake.Tests.Boundaries;

public sealed class MembershipBuilderTests
{
    private static readonly MembershipDescription Description = new()
    {
        Of = "areas",
        File = new DeliveryPath("members.csv", "/nowhere/members.csv"),
        Zone = new FieldDescription { Field = "zone" },
        Member = new FieldDescription { Field = "member" },
    };

    private readonly BoundaryReport report = new("zones");

    [Fact]
    public void Members_with_shared_borders_become_one_outline_without_a_seam()
    {
        var zone = Assert.Single(Build([Box("1", 0, 0, 10), Box("2", 10, 0, 10), Box("3", 0, 10, 10)], ("z", "1"), ("z", "2"), ("z", "3")));
        Assert.Equal((300.0, 1, 3), (zone.Outline!.Area, zone.Outline.NumGeometries, zone.PartCount));
        Assert.Equal(0, ((Polygon)zone.Outline).NumInteriorRings);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Islands_and_water_stay()
    {
        var withLake = Zone("1", "POLYGON((0 0,100 0,100 100,0 100,0 0),(40 40,60 40,60 60,40 60,40 40))");
        var zone = Assert.Single(Build([withLake, Box("2", 100, 0, 100), Box("3", 500, 0, 1)], ("z", "1"), ("z", "2"), ("z", "3")));
        Assert.Equal(2, zone.Outline!.NumGeometries);
        // 100 x 100 less the lake of 20 x 20, the neighbour of 100 x 100, the islet of 1 x 1.
        Assert.Equal(10_000 - 400 + 10_000 + 1, zone.Outline.Area, 1e-9);
    }

    [Fact]
    public void A_sliver_between_members_is_closed_and_reported()
    {
        // The border was simplified one by one: the second has its vertex 0.2 m to the side. A lens of 0.2 x 100 / 2 stays open.
        var left = Zone("1", "POLYGON((0 0,50 0,50 100,0 100,0 0))");
        var right = Zone("2", "POLYGON((50 0,100 0,100 100,50 100,50.2 50,50 0))");
        var zone = Assert.Single(Build([left, right], ("z", "1"), ("z", "2")));
        Assert.Equal(0, ((Polygon)zone.Outline!).NumInteriorRings);
        Assert.Equal(10_000, zone.Outline.Area, 1e-6);
        Assert.Equal(10, report.Of(FindingKind.GapClosed).Single().Area!.Value, 1e-6);
    }

    [Fact]
    public void A_gap_wider_than_told_stays()
    {
        var zone = Assert.Single(Build(Ring(), ("z", "1"), ("z", "2"), ("z", "3"), ("z", "4")));
        Assert.Equal(1, ((Polygon)zone.Outline!).NumInteriorRings);
        Assert.Equal(800, zone.Outline.Area, 1e-6);
    }

    [Fact]
    public void An_enclave_of_another_zone_is_no_gap()
    {
        ZoneRow[] areas = [.. Ring(), Box("5", 10, 10, 10)];
        var zones = Build(areas, Description with { CloseGapsNarrowerThan = 100 }, ("z", "1"), ("z", "2"), ("z", "3"), ("z", "4"), ("y", "5"));
        Assert.Equal(900, zones.Sum(zone => zone.Outline!.Area), 1e-6);
        Assert.Empty(report.Of(FindingKind.GapClosed));
    }

    [Fact]
    public void What_does_not_fit_is_reported_with_codes()
    {
        Build([Box("1", 0, 0, 10), Box("2", 10, 0, 10), Box("3", 20, 0, 10)], ("a", "1"), ("b", "1"), ("a", "2"), ("c", "9"));
        Assert.Equal(["1"], report.Of(FindingKind.MemberInTwoZones).Single().Codes);
        Assert.Contains("a (line 2) and b (line 3)", report.Of(FindingKind.MemberInTwoZones).Single().Message, StringComparison.Ordinal);
        Assert.Equal(["9"], report.Of(FindingKind.UnknownMember).Single().Codes);
        Assert.Equal(["3"], report.Of(FindingKind.UnusedPart).Single().Codes);
        Assert.Equal(2, report.Faults.Count());
    }

    [Fact]
    public void Unknown_members_pass_where_the_description_says_so()
    {
        var zones = Build([Box("1", 0, 0, 10)], Description with { AllowUnknownMembers = true }, ("a", "1"), ("a", "9"), ("b", "8"));
        Assert.Equal("a", Assert.Single(zones).Code);
        Assert.Empty(report.Faults);
        Assert.Equal(["9", "8"], report.Of(FindingKind.UnknownMember).Single().Codes);
    }

    [Fact]
    public void Members_that_overlap_are_reported_with_the_area()
    {
        Build([Box("1", 0, 0, 10), Box("2", 8, 0, 10)], ("a", "1"), ("a", "2"));
        Assert.Equal(20, report.Of(FindingKind.AreaDiffers).Single().Area!.Value, 1e-9);
    }

    [Fact]
    public void Links_say_which_zone_each_member_is_part_of()
    {
        MembershipRow[] rows = [new("a", null, "1", 2), new("a", null, "1", 3), new("a", null, "9", 4)];
        Assert.Equal([new ZoneLink(ZoneLinkKind.PartOf, "areas", "1", "zones", "a")], MembershipBuilder.Links(Description, rows, [Box("1", 0, 0, 10)], "zones"));
    }

    /// <summary>Whatever way a partition is dealt out to zones, no area is lost or won, and the order of the table does not matter.</summary>
    [Fact]
    public void Dissolving_keeps_the_area_and_does_not_hang_on_order()
    {
        var areas = Enumerable.Range(0, 36).Select(i => Box(i.ToString("00", System.Globalization.CultureInfo.InvariantCulture), i % 6 * 10, i / 6 * 10, 10)).ToArray();
        Prop.ForAll(Gen.Choose(0, 7).ArrayOf(36).ToArbitrary(), dealt =>
        {
            (string, string)[] rows = [.. dealt.Select((zone, i) => ($"z{zone}", areas[i].Code))];
            var zones = Build(areas, rows);
            var reversed = Build(areas, [.. rows.Reverse()]);
            return Math.Abs(zones.Sum(zone => zone.Outline!.Area) - 3600) < 1e-6
                && zones.All(zone => zone.Outline!.IsValid && zone.Outline.Area == 100 * zone.PartCount)
                && zones.Zip(reversed).All(pair => pair.First.Code == pair.Second.Code && pair.First.Outline!.EqualsTopologically(pair.Second.Outline));
        }).QuickCheckThrowOnFailure();
    }

    private static ZoneRow[] Ring() =>
        [Zone("1", "POLYGON((0 0,30 0,20 10,10 10,0 0))"), Zone("2", "POLYGON((30 0,30 30,20 20,20 10,30 0))"), Zone("3", "POLYGON((30 30,0 30,10 20,20 20,30 30))"), Zone("4", "POLYGON((0 30,0 0,10 10,10 20,0 30))")];

    private static ZoneRow Box(string code, double x, double y, double size) =>
        Zone(code, FormattableString.Invariant($"POLYGON(({x} {y},{x + size} {y},{x + size} {y + size},{x} {y + size},{x} {y}))"));

    private static ZoneRow Zone(string code, string wkt) => new(code, code, new WKTReader().Read(wkt));

    private IReadOnlyList<ZoneRow> Build(ZoneRow[] areas, params (string Zone, string Member)[] rows) => Build(areas, Description, rows);

    private IReadOnlyList<ZoneRow> Build(ZoneRow[] areas, MembershipDescription description, params (string Zone, string Member)[] rows) =>
        MembershipBuilder.Build(description, [.. rows.Select((row, i) => new MembershipRow(row.Zone, null, row.Member, i + 2))], areas, report, CancellationToken.None);
}
