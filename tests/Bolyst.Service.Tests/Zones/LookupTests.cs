using System.Buffers.Binary;
using Bolyst.Service.Tests.Serving;
using Google.Protobuf;

namespace Bolyst.Service.Tests.Zones;

public class LookupTests(Sample sample)
{
    [Fact]
    public async Task A_point_lies_in_the_zones_valid_today()
    {
        // The clock of the sample says 2021-06-01.
        var answer = await LookupAsync(new() { Point = new() { X = 250, Y = 50 }, Srid = 25833 });

        Assert.Equal([(Sample.By, "1"), (Sample.Kretser, "05")], answer.Overlaps.Select(overlap => (overlap.Zone.Ref.ZoneSet, overlap.Zone.Ref.Code)));
        Assert.All(answer.Overlaps, overlap => Assert.Null(overlap.Shares));
        Assert.Equal("2021-06-01", answer.Date);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4326)]
    [InlineData(4258)]
    public async Task A_point_in_degrees_has_its_longitude_first(int srid)
    {
        // echo "250 50" | gdaltransform -s_srs EPSG:25833 -t_srs EPSG:4258
        var answer = await LookupAsync(new() { Point = new() { X = 10.5134959, Y = 0.000451 }, Srid = srid, ZoneSets = { Sample.Kretser } });

        Assert.Equal("05", answer.Overlaps.Single().Zone.Ref.Code);
    }

    [Fact]
    public async Task A_date_chooses_the_generation_of_zones()
    {
        var answer = await LookupAsync(new() { Point = new() { X = 250, Y = 50 }, Srid = 25833, Date = "2019-07-01" });

        Assert.Equal(("krets-2019", "03"), (answer.Overlaps.Single().Zone.Ref.ZoneSet, answer.Overlaps.Single().Zone.Ref.Code));
    }

    [Fact]
    public async Task A_polygon_gets_shares_of_area_and_no_persons()
    {
        // By hand: from x = 150 to 250: half of 02 (100-200) and half of 05 (200-300), each half of the polygon.
        var answer = await LookupAsync(new()
        {
            PolygonWkt = "POLYGON((150 0, 250 0, 250 100, 150 100, 150 0))",
            Srid = 25833,
            ZoneSets = { Sample.Kretser },
        });

        Assert.Equal(["02", "05"], answer.Overlaps.Select(overlap => overlap.Zone.Ref.Code));
        Assert.All(answer.Overlaps, overlap =>
        {
            Assert.Equal(0.5, overlap.Shares.OfZone, 1e-9);
            Assert.Equal(0.5, overlap.Shares.OfPolygon, 1e-9);
        });
    }

    [Fact]
    public async Task A_polygon_may_come_as_wkb()
    {
        var answer = await LookupAsync(new() { PolygonWkb = ByteString.CopyFrom(Sample.Square(0, 50).AsBinary()), Srid = 25833, ZoneSets = { Sample.Kretser } });

        Assert.Equal(0.25, answer.Overlaps.Single().Shares.OfZone, 1e-9);
    }

    [Fact]
    public async Task Nothing_lies_in_the_sea() => Assert.Empty((await LookupAsync(new() { Point = new() { X = 5, Y = 60 } })).Overlaps);

    [Theory]
    [InlineData("POLYGON((0 0, 1 1, 0 1, 1 0, 0 0))", V1.ErrorReason.GeometryInvalid)]
    [InlineData("POLYGON((0 0, 1 1", V1.ErrorReason.FieldMalformed)]
    [InlineData("LINESTRING(0 0, 1 1)", V1.ErrorReason.FieldMalformed)]
    [InlineData("POLYGON EMPTY", V1.ErrorReason.GeometryInvalid)]
    public async Task A_polygon_that_cannot_stand_is_refused(string wkt, V1.ErrorReason reason) =>
        await Expect.InvalidAsync(reason, "polygon_wkt", () => LookupAsync(new() { PolygonWkt = wkt }));

    [Fact]
    public async Task Bytes_that_are_no_polygon_are_refused() =>
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "polygon_wkb", () => LookupAsync(new() { PolygonWkb = ByteString.CopyFrom([1, 3, 0, 0, 0, 255, 255, 255, 255]) }));

    /// <summary>Such as would have taken a reader, and with it the process, deeper than its stack.</summary>
    [Theory]
    [InlineData(1, 7u)]
    [InlineData(0, 7u)]
    [InlineData(1, 1007u)]
    [InlineData(1, 0x80000007)]
    [InlineData(1, 0x10007u)]
    [InlineData(1, 6u)]
    public async Task Geometries_within_geometries_are_refused(byte order, uint type)
    {
        const int Deep = 200_000;
        var head = new byte[9];
        head[0] = order;
        foreach (var (place, number) in (ReadOnlySpan<(int, uint)>)[(1, type), (5, 1)])
        {
            BitConverter.TryWriteBytes(head.AsSpan(place), order == 0 ? BinaryPrimitives.ReverseEndianness(number) : number);
        }

        var bytes = ByteString.CopyFrom([.. Enumerable.Repeat(head, Deep).SelectMany(level => level)]);
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "polygon_wkb", () => LookupAsync(new() { PolygonWkb = bytes }));
    }

    [Fact]
    public async Task Text_of_geometries_within_geometries_is_refused()
    {
        const int Deep = 100_000;
        var text = string.Concat(Enumerable.Repeat("GeometryCollection(", Deep)) + "POINT(1 1)" + new string(')', Deep);
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "polygon_wkt", () => LookupAsync(new() { PolygonWkt = text }));
    }

    [Fact]
    public async Task Too_many_vertices_are_refused()
    {
        var circle = new NetTopologySuite.Geometries.Point(0, 0).Buffer(1000, 5000);

        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "polygon_wkb", () => LookupAsync(new() { PolygonWkb = ByteString.CopyFrom(circle.AsBinary()) }));
    }

    [Fact]
    public async Task A_place_must_be_given() => await Expect.InvalidAsync(V1.ErrorReason.FieldRequired, "place", () => LookupAsync(new()));

    [Theory]
    [InlineData(0)]
    [InlineData(4258)]
    public async Task Metres_are_not_degrees(int srid) =>
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "point", () => LookupAsync(new() { Point = new() { X = 262_000, Y = 6_650_000 }, Srid = srid }));

    [Theory]
    [InlineData(0)]
    [InlineData(4258)]
    public async Task A_polygon_in_metres_is_not_one_in_degrees(int srid) => await Expect.InvalidAsync(
        V1.ErrorReason.FieldOutOfRange, "polygon_wkt", () => LookupAsync(new() { PolygonWkt = "POLYGON((262000 6650000, 263000 6650000, 263000 6651000, 262000 6650000))", Srid = srid }));

    [Fact]
    public async Task Coordinate_systems_are_few() =>
        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "srid", () => LookupAsync(new() { Point = new() { X = 1, Y = 1 }, Srid = 27700 }));

    [Fact]
    public async Task A_date_is_written_year_first() =>
        await Expect.InvalidAsync(V1.ErrorReason.FieldMalformed, "date", () => LookupAsync(new() { Point = new() { X = 1, Y = 1 }, Date = "1.6.2021" }));

    [Fact]
    public async Task An_unknown_zone_set_is_not_silently_empty() =>
        await Expect.NotFoundAsync(V1.ErrorReason.ZoneSetNotFound, () => LookupAsync(new() { Point = new() { X = 1, Y = 1 }, ZoneSets = { "krets-1999" } }));

    private Task<V1.LookupZonesResponse> LookupAsync(V1.LookupZonesRequest request) => sample.Grpc.CallAsync<V1.LookupZonesResponse>(request);
}
