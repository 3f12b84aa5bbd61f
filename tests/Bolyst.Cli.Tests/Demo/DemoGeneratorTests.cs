using System.Security.Cryptography;
using Bolyst.Cli.Demo;
using Bolyst.Cli.Demo.Kommune;
using Bolyst.Cli.Demo.Landscape;
using Bolyst.Cli.Demo.Register;
using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Bolyst.Cli.Tests.Demo;

/// <summary>What holds for the demo of any seed.</summary>
public sealed class DemoGeneratorTests
{
    private static readonly Config TenSeeds = Config.QuickThrowOnFailure.WithMaxTest(10);

    [Fact]
    public void Every_outline_is_valid_and_no_two_overlap() => Check.One(TenSeeds, Prop.ForAll<int>(seed =>
    {
        var ground = Ground.Of((ulong)seed);
        var outlines = ground.Cells.Select(cell => Outline(ground.Tessellation.Ring(cell))).ToList();

        Assert.All(outlines, outline => Assert.True(outline.IsValid));
        var sum = outlines.Sum(outline => outline.Area);
        Assert.Equal(sum, UnaryUnionOp.Union(outlines).Area, sum * 1e-9);
    }));

    [Fact]
    public void Every_kommune_has_180_grunnkretser_42_zones_and_3_bydeler_and_every_cell_is_in_one_of_each() => Check.One(TenSeeds, Prop.ForAll<int>(seed =>
    {
        var kommune = new DemoKommune((ulong)seed);

        Assert.Equal((180, 180, 42, 3), (kommune.Divisions.Before.Count, kommune.Divisions.After.Count, kommune.Levekarssoner.Count, kommune.Bydeler.Count));
        Assert.All(
            new[] { kommune.Divisions.Before.SelectMany(g => g.Cells), kommune.Divisions.After.SelectMany(g => g.Cells), kommune.Levekarssoner.SelectMany(z => z.Cells), kommune.Bydeler.SelectMany(b => b.Cells) },
            cells => Assert.Equal(Enumerable.Range(0, Ground.CellCount), cells.Order()));
        Assert.Equal(DemoKommune.HotZoneCount, kommune.HotZones.Distinct().Count());
        Assert.NotEmpty(kommune.Programme.TreatedCells);
        Assert.Empty(kommune.Programme.TreatedCells.Intersect(kommune.WithoutEffect.TreatedCells));
    }));

    [Fact]
    public void Codes_and_names_are_unique() => Check.One(TenSeeds, Prop.ForAll<int>(seed =>
    {
        var kommune = new DemoKommune((ulong)seed);
        string[][] lists =
        [
            [.. kommune.Divisions.Before.Select(g => g.Code)],
            [.. kommune.Divisions.After.Select(g => g.Code)],
            [.. kommune.Levekarssoner.Select(z => z.Code)],
            [.. kommune.Divisions.After.Select(g => g.Name), .. kommune.Levekarssoner.Select(z => z.Name)],
        ];

        Assert.All(lists, list => Assert.Equal(list.Length, list.Distinct(StringComparer.Ordinal).Count()));
    }));

    [Fact]
    public void Every_chance_is_a_chance_so_that_the_planted_effect_is_never_cut() => Check.One(TenSeeds, Prop.ForAll<int>(seed =>
    {
        var kommune = new DemoKommune((ulong)seed);
        var registers = new Registers(kommune, (ulong)seed);
        foreach (var (number, indicator) in DemoIndicators.Counted.Index())
        {
            foreach (var cell in Enumerable.Range(0, Ground.CellCount))
            {
                Assert.All(Residents.Years, year => Assert.InRange(registers.Chance(indicator, number, cell, year), 1, 999_999));
            }
        }
    }));

    [Fact]
    public void No_hidden_count_is_the_only_unknown_of_a_published_sum() => Check.One(TenSeeds, Prop.ForAll<int>(seed =>
    {
        var kommune = new DemoKommune((ulong)seed);
        var registers = new Registers(kommune, (ulong)seed);
        var suppression = new Suppression(kommune, registers);
        foreach (var indicator in DemoIndicators.Counted)
        {
            foreach (var year in Residents.Years.Where(indicator.IsFor))
            {
                foreach (var bydel in kommune.Bydeler)
                {
                    var zones = kommune.Levekarssoner.Where(zone => bydel.Cells.Contains(zone.Cells[0])).ToList();
                    AssertNotOne(zones.Count(zone => Hides(zone.CodeIn(year))));
                    foreach (var zone in zones.Where(_ => indicator.AlsoByGrunnkrets))
                    {
                        // The sum's own unknown, where the zone is hidden, counts with those of its parts.
                        var parts = kommune.Divisions.In(year).Where(part => zone.Cells.Contains(part.Cells[0]));
                        AssertNotOne(parts.Count(part => Hides(part.Code)) + (Hides(zone.CodeIn(year)) ? 1 : 0));
                    }
                }

                bool Hides(string code) => suppression.Of(code, indicator.Key, year) != Hidden.No;
            }
        }
    }));

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var one = await HashesAsync(7);
        Assert.Equal(one, await HashesAsync(7));
        Assert.NotEqual(one, await HashesAsync(8));
    }

    private static void AssertNotOne(int unknowns) => Assert.NotEqual(1, unknowns);

    private static Polygon Outline(List<MapPoint> ring) => new(new LinearRing([.. ring.Select(point => new Coordinate(point.East, point.North))]));

    private static async Task<string[]> HashesAsync(ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("bolyst-demo-");
        try
        {
            await DemoDelivery.WriteAsync(folder.FullName, seed, CancellationToken.None);
            return [.. folder.EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => file.Name + " " + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
