using System.Text.Json;
using Bolyst.Statistics.Interpolation;
using Bolyst.Testing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Index.Strtree;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Bolyst.Statistics.Tests.Interpolation;

/// <summary>403 tracts onto 125 ZIP areas of Sacramento, as R's sf does it in EPSG:26910. Relative tolerance 1e-6.</summary>
public class SacramentoInterpolationTests
{
    private const string Folder = "reference/areal-interpolation-sacramento/";

    [Fact]
    public void Population_and_poverty_agree_area_by_area_and_in_sum()
    {
        var (tracts, population, poverty) = Read("sacramentot2.geojson", properties => (
            properties.GetProperty("TOT_POP").GetDouble(),

            // The reference has the quotient this way round, and 0 where nobody is poor, as in tobler's tests; it serves as any level would.
            properties.GetProperty("POV_TOT").GetDouble() is var poor and > 0 ? properties.GetProperty("POV_POP").GetDouble() / poor : 0));
        var (areas, _, _) = Read("SacramentoMSA2.geojson", _ => (0, 0));
        var overlap = Cut(tracts, areas);

        var people = ArealInterpolation.Extensive(overlap, [.. population.Select(Measured.Of)]);
        var poor = ArealInterpolation.Intensive(overlap, [.. poverty.Select(Measured.Of)]);

        var expected = Table.Read(Folder + "expected_area_interpolate_sf_epsg26910.csv");
        for (var area = 0; area < expected.Rows; area++)
        {
            Assert.Equal(1, people[area].Value.Value / expected.Numbers("tot_pop")[area], 1e-6);
            Assert.Equal(1, poor[area].Value.Value / expected.Numbers("pct_poverty")[area], 1e-6);
            Assert.InRange(people[area].Value.Value, people[area].Lower.Value, people[area].Upper.Value);
        }

        // The constants in the tests of PySAL's tobler: 1796856 and 2140, both cut to whole numbers.
        Assert.Equal(1_796_857, people.Sum(p => p.Value.Value), 0.5);
        Assert.Equal(2140.81, poor.Sum(p => p.Value.Value), 0.005);
    }

    private static Overlap Cut(Geometry[] sources, Geometry[] targets)
    {
        var index = new STRtree<int>();
        for (var source = 0; source < sources.Length; source++)
        {
            index.Insert(sources[source].EnvelopeInternal, source);
        }

        var pieces = new List<OverlapPiece>();
        for (var target = 0; target < targets.Length; target++)
        {
            foreach (var source in index.Query(targets[target].EnvelopeInternal))
            {
                pieces.Add(new(source, target, sources[source].Intersection(targets[target]).Area));
            }
        }

        return new(sources.Length, targets.Length, pieces);
    }

    private static (Geometry[] Shapes, double[] First, double[] Second) Read(string file, Func<JsonElement, (double, double)> numbers)
    {
        var utm10 = ProjectedCoordinateSystem.WGS84_UTM(10, zoneIsNorth: true);
        var project = new CoordinateTransformationFactory().CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, utm10).MathTransform;
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require(Folder + file)));
        var features = document.RootElement.GetProperty("features").EnumerateArray().ToArray();
        var values = features.Select(f => numbers(f.GetProperty("properties"))).ToArray();
        return (
            [.. features.Select(f => Shape(f.GetProperty("geometry"), project))],
            [.. values.Select(v => v.Item1)],
            [.. values.Select(v => v.Item2)]);
    }

    private static Geometry Shape(JsonElement geometry, MathTransform project)
    {
        var factory = GeometryFactory.Default;
        LinearRing Ring(JsonElement ring) => factory.CreateLinearRing([.. ring.EnumerateArray().Select(c =>
        {
            var (x, y) = project.Transform(c[0].GetDouble(), c[1].GetDouble());
            return new Coordinate(x, y);
        })]);
        Polygon Polygon(JsonElement rings) => factory.CreatePolygon(
            Ring(rings[0]), [.. rings.EnumerateArray().Skip(1).Select(Ring)]);
        var coordinates = geometry.GetProperty("coordinates");
        Geometry shape = geometry.GetProperty("type").GetString() == "Polygon"
            ? Polygon(coordinates)
            : factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]);
        return shape.IsValid ? shape : GeometryFixer.Fix(shape);
    }
}
