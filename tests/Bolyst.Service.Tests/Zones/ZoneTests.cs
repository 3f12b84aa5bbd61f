using Bolyst.Service.Tests.Serving;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Bolyst.Service.Tests.Zones;

public class ZoneTests(Sample sample)
{
    [Fact]
    public async Task Zone_sets_are_listed_by_key_with_their_version()
    {
        var answer = await sample.Grpc.CallAsync<V1.ListZoneSetsResponse>(new V1.ListZoneSetsRequest());

        Assert.Equal([Sample.By, "krets-2019", Sample.Kretser], answer.ZoneSets.Select(set => set.Key));
        Assert.Equal((5, 1L, "CC0", "2019-12-31"), (answer.ZoneSets[1].ZoneCount, answer.ZoneSets[1].SourceDelivery, answer.ZoneSets[1].Licence, answer.ZoneSets[1].ValidTo));
        Assert.Equal("Soner nn by-2020", answer.ZoneSets[0].Name.Nn);
        // The kretser of 2019 ended before those of 2020 began, on much the same ground.
        Assert.Equal(["", "", "krets-2019"], answer.ZoneSets.Select(set => set.Predecessor));
        Assert.Equal(2, answer.DatasetVersion);
    }

    [Theory]
    [InlineData("krets", "", 2)]
    [InlineData("", "2019-07-01", 1)]
    [InlineData("krets", "2020-01-01", 1)]
    [InlineData("fylke", "", 0)]
    public async Task Zone_sets_are_chosen_by_level_and_day(string level, string day, int count) =>
        Assert.Equal(count, (await sample.Grpc.CallAsync<V1.ListZoneSetsResponse>(new V1.ListZoneSetsRequest { Level = level, ValidOn = day })).ZoneSets.Count);

    [Fact]
    public async Task An_older_version_is_read_as_it_was()
    {
        var before = await sample.Grpc.CallAsync<V1.ListZoneSetsResponse>(new V1.ListZoneSetsRequest { AsOf = 1 });

        Assert.Equal((3, 1L), (before.ZoneSets.Count, before.DatasetVersion));
    }

    [Fact]
    public async Task A_zone_comes_without_outline_unless_asked_for()
    {
        var zone = (await sample.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest { Zone = Krets("05") })).Zone;

        Assert.Equal(("Krets 05", 10_000.0, 1), (zone.Name, zone.Shape.AreaM2, zone.Shape.PolygonCount));
        Assert.Null(zone.Geometry);
        Assert.Empty(zone.Links);
    }

    [Fact]
    public async Task A_full_zone_has_its_outline_and_its_links()
    {
        var zone = (await sample.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest { Zone = Krets("05"), View = V1.ZoneView.Full })).Zone;

        Assert.Equal(25833, zone.Geometry.Srid);
        Assert.True(new WKBReader().Read(zone.Geometry.Wkb.ToByteArray()).EqualsTopologically(Sample.Square(200)));
        Assert.Equal(
            [(V1.ZoneLinkKind.Parent, "1", ""), (V1.ZoneLinkKind.CameFrom, "03", "2020-01-01"), (V1.ZoneLinkKind.CameFrom, "04", "2020-01-01")],
            zone.Links.Select(link => (link.Kind, link.Zone.Code, link.EffectiveDate)));
        Assert.All(zone.Links, link => Assert.Equal(1, link.Share));
    }

    [Fact]
    public async Task A_part_says_how_much_of_it_became_the_zone()
    {
        var zone = (await sample.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest { Zone = Krets("06"), View = V1.ZoneView.Full })).Zone;

        Assert.Equal(0.4, zone.Links.Single(link => link.Kind == V1.ZoneLinkKind.CameFrom).Share);
    }

    [Fact]
    public async Task A_delta_outline_reads_back_to_the_centimetre()
    {
        var request = new V1.GetZoneRequest { Zone = Krets("05"), View = V1.ZoneView.Full, Geometry = new() { Encoding = V1.GeometryEncoding.Delta } };
        var delta = (await sample.Grpc.CallAsync<V1.GetZoneResponse>(request)).Zone.Geometry.Delta;

        Assert.True(ReadDelta(delta).EqualsTopologically(Sample.Square(200)));
        Assert.Equal(0.01, delta.Resolution);
    }

    [Theory]
    [InlineData(4326)]
    [InlineData(4258)]
    public async Task An_outline_in_degrees_has_its_longitude_first(int srid)
    {
        var request = new V1.GetZoneRequest { Zone = Krets("05"), View = V1.ZoneView.Full, Geometry = new() { Srid = srid, Encoding = V1.GeometryEncoding.Delta } };
        var outline = (await sample.Grpc.CallAsync<V1.GetZoneResponse>(request)).Zone.Geometry;

        // SELECT ST_AsText(ST_Transform('SRID=25833;POINT(200 0)'::geometry, 4326)): POINT(10.513054… 0): east 200 m, north 0 of UTM 33 is on the equator.
        Assert.Equal((srid, 1e-7), (outline.Srid, outline.Delta.Resolution));
        Assert.InRange(ReadDelta(outline.Delta).Coordinate.X, 10.5, 10.53);
        Assert.InRange(ReadDelta(outline.Delta).Coordinate.Y, -0.001, 0.001);
    }

    [Fact]
    public async Task Zones_are_paged_by_code_without_gaps()
    {
        var codes = new List<string>();
        var request = new V1.ListZonesRequest { ZoneSet = Sample.Kretser, PageSize = 2 };
        V1.ListZonesResponse page;
        do
        {
            page = await sample.Grpc.CallAsync<V1.ListZonesResponse>(request);
            Assert.Equal(5, page.TotalSize);
            Assert.InRange(page.Zones.Count, 1, 2);
            codes.AddRange(page.Zones.Select(zone => zone.Ref.Code));
            request.PageToken = page.NextPageToken;
        }
        while (page.NextPageToken.Length > 0);

        Assert.Equal(["01", "02", "05", "06", "07"], codes);
    }

    [Fact]
    public async Task Zones_inside_another_are_those_linked_to_it()
    {
        var request = new V1.ListZonesRequest { ZoneSet = Sample.Kretser, Parent = new() { ZoneSet = Sample.By, Code = "1" }, View = V1.ZoneView.Full };
        var answer = await sample.Grpc.CallAsync<V1.ListZonesResponse>(request);

        Assert.Equal(["01", "02", "05", "06"], answer.Zones.Select(zone => zone.Ref.Code));
        Assert.All(answer.Zones, zone => Assert.NotNull(zone.Geometry));
        Assert.Equal(4, answer.TotalSize);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    [InlineData(0, 1)]
    public async Task A_stream_gives_every_zone_once_in_batches(int batchSize, int batches)
    {
        var request = new V1.StreamZonesRequest { ZoneSet = Sample.Kretser, BatchSize = batchSize, View = V1.ZoneView.Full };
        var answer = await sample.Grpc.StreamAsync<V1.StreamZonesResponse>(request);

        Assert.Equal(batches, answer.Count);
        Assert.Equal(["01", "02", "05", "06", "07"], answer.SelectMany(batch => batch.Zones).Select(zone => zone.Ref.Code));
        Assert.All(answer, batch => Assert.Equal(2, batch.DatasetVersion));
    }

    internal static V1.ZoneRef Krets(string code) => new() { ZoneSet = Sample.Kretser, Code = code };

    /// <summary>As the comment of DeltaGeometry says.</summary>
    private static MultiPolygon ReadDelta(V1.DeltaGeometry delta)
    {
        var (x, y, at, ring) = (0L, 0L, 0, 0);
        var polygons = new List<Polygon>();
        foreach (var rings in delta.RingCounts)
        {
            var read = new List<LinearRing>();
            for (var i = 0; i < rings; i++)
            {
                var vertices = new List<Coordinate>();
                for (var vertex = 0; vertex < delta.VertexCounts[ring]; vertex++)
                {
                    x += delta.Deltas[at++];
                    y += delta.Deltas[at++];
                    vertices.Add(new(x * delta.Resolution, y * delta.Resolution));
                }

                ring++;
                read.Add(new LinearRing([.. vertices, vertices[0].Copy()]));
            }

            polygons.Add(new Polygon(read[0], [.. read.Skip(1)]));
        }

        return new MultiPolygon([.. polygons]);
    }
}
