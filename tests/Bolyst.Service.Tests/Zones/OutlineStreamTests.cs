using System.Text.Json;
using Bolyst.Service.Tests.Clients;
using Bolyst.Service.Tests.Serving;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Union;

namespace Bolyst.Service.Tests.Zones;

/// <summary>
/// Outlines as streamed. <c>store</c>: 8 zones of 30 000 vertices, 480 kB each as WKB, one with a hole. <c>naboar</c>: two zones of
/// 20 × 20 km with a border between them that swings 100 m every 200 m, and a third of 10 × 10 m.
/// </summary>
public sealed class OutlineStreamTests(OutlineStreamTests.Big big) : IClassFixture<OutlineStreamTests.Big>
{
    // What gRPC libraries accept unless they are told otherwise.
    private const int ClientLimit = 4 << 20;

    [Theory]
    [InlineData(V1.GeometryEncoding.Wkb, 2)]
    [InlineData(V1.GeometryEncoding.Delta, 1)]
    public async Task Messages_of_big_zones_stay_below_what_clients_accept(V1.GeometryEncoding encoding, int messages)
    {
        var answer = await StreamAsync(new() { ZoneSet = "store", View = V1.ZoneView.Full, Geometry = new() { Encoding = encoding }, BatchSize = 1000 });

        Assert.Equal(messages, answer.Count);
        Assert.All(answer, message => Assert.InRange(message.CalculateSize(), 1, ClientLimit));
        Assert.Equal(Big.Codes, answer.SelectMany(message => message.Zones).Select(zone => zone.Ref.Code));
    }

    [Fact]
    public async Task A_page_of_big_zones_is_cut_short_and_goes_on_where_it_was_cut()
    {
        var request = new V1.ListZonesRequest { ZoneSet = "store", View = V1.ZoneView.Full, PageSize = 1000 };
        var codes = new List<string>();
        do
        {
            var page = await big.Served.Grpc.CallAsync<V1.ListZonesResponse>(request);
            Assert.InRange(page.CalculateSize(), 1, ClientLimit);
            codes.AddRange(page.Zones.Select(zone => zone.Ref.Code));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Big.Codes, codes);
    }

    [Theory]
    [InlineData("node", "grpc-js/outlines.mjs")]
    [InlineData("/usr/bin/python3", "grpcio/outlines.py")]
    public async Task Other_languages_read_deltas_by_the_comment_alone(string program, string script)
    {
        var (exitCode, output, errors) = await ClientProcess.RunAsync(program, script, big.Served.GrpcAddress.Authority, """{"zone_set": "store", "batch_size": 5}""");
        Assert.True(exitCode == 0, errors);
        var zones = output.TrimEnd().Split('\n').SelectMany(line => JsonDocument.Parse(line).RootElement.EnumerateArray()).ToList();

        Assert.Equal(Big.Codes, zones.Select(zone => zone.GetProperty("code").GetString()));
        Assert.All(zones, zone =>
        {
            var number = (string name) => zone.GetProperty(name).GetDouble();

            // Every vertex lies within half a step of where it was, so the area is off by less than the perimeter times a step.
            Assert.Equal(0.01, number("resolution"));
            Assert.Equal(number("area_m2"), number("area"), number("perimeter") * number("resolution"));
        });
    }

    [Fact]
    public async Task Simplified_neighbours_share_every_vertex_of_their_border()
    {
        var delivered = await NeighboursAsync(0);
        var simplified = await NeighboursAsync(1000);
        var (west, east) = (simplified["1"], simplified["2"]);

        // 156 543.03 m of EPSG:3857 across a pixel of 256 at zoom 0, half of it at 512: 78 271.5 / 2^7 = 611.5, and 2^6 gives 1 223.
        Assert.Equal(611.5, west.Message.SimplificationM, 0.01);
        Assert.Equal(0, delivered["1"].Message.SimplificationM);
        Assert.InRange(west.Outline.NumPoints, 4, delivered["1"].Outline.NumPoints / 4);
        var border = west.Outline.Coordinates.Intersect(east.Outline.Coordinates).ToList();
        Assert.Equal(border.Count, west.Outline.Coordinates.Distinct().Count(vertex => Math.Abs(vertex.X - Big.Border) < 1000));
        var together = UnaryUnionOp.Union([west.Outline, east.Outline]);
        Assert.Equal((1, 0), (together.NumGeometries, ((Polygon)together.GetGeometryN(0)).NumInteriorRings));
        Assert.Equal(west.Outline.Area + east.Outline.Area, together.Area, 1e-3);
    }

    [Fact]
    public async Task A_zone_too_small_for_the_simplification_has_no_outline()
    {
        Assert.False((await NeighboursAsync(1000)).ContainsKey("3"));
        Assert.True((await NeighboursAsync(4)).ContainsKey("3"));
        var zone = (await big.Served.Grpc.CallAsync<V1.GetZoneResponse>(new V1.GetZoneRequest
        {
            Zone = new() { ZoneSet = "naboar", Code = "3" },
            View = V1.ZoneView.Full,
            Geometry = new() { SimplificationM = 1000 },
        })).Zone;
        Assert.Null(zone.Geometry);
        Assert.Equal(100, zone.Shape.AreaM2, 1e-6);
    }

    [Fact]
    public async Task Wrong_wishes_are_refused()
    {
        foreach (var metres in (double[])[-1, double.NaN, double.PositiveInfinity])
        {
            await Expect.InvalidAsync(
                V1.ErrorReason.FieldOutOfRange, "geometry.simplification_m", () => StreamAsync(new() { ZoneSet = "naboar", Geometry = new() { SimplificationM = metres } }));
        }

        await Expect.InvalidAsync(V1.ErrorReason.FieldOutOfRange, "geometry.simplification_m", () => big.Served.Grpc.CallAsync<V1.GetOmradesatsingResponse>(
            new V1.GetOmradesatsingRequest { Key = "x", View = V1.ZoneView.Full, Geometry = new() { SimplificationM = 10 } }));
    }

    private async Task<Dictionary<string, (V1.Geometry Message, Geometry Outline)>> NeighboursAsync(double metres) =>
        (await StreamAsync(new() { ZoneSet = "naboar", View = V1.ZoneView.Full, Geometry = new() { SimplificationM = metres } }))
            .SelectMany(message => message.Zones)
            .Where(zone => zone.Geometry is not null)
            .ToDictionary(zone => zone.Ref.Code, zone => (zone.Geometry, new WKBReader().Read(zone.Geometry.Wkb.ToByteArray())));

    private Task<IReadOnlyList<V1.StreamZonesResponse>> StreamAsync(V1.StreamZonesRequest request) => big.Served.Grpc.StreamAsync<V1.StreamZonesResponse>(request);

    /// <summary>The zones, served.</summary>
    public sealed class Big : IAsyncLifetime
    {
        /// <summary>East of the middle of the border between the neighbours.</summary>
        public const double Border = 270_000;

        private Served? served;

        public static IReadOnlyList<string> Codes { get; } = [.. Enumerable.Range(1, 8).Select(n => n.ToString("D2", System.Globalization.CultureInfo.InvariantCulture))];

        public Served Served => served!;

        public async ValueTask InitializeAsync()
        {
            served = await Served.StartAsync();
            await using var session = await served.Store.BeginImportAsync(new("omriss", new("Omriss"), "Prøvekontoret", "CC0", null, null, null, "delivery:", [], "sha-omriss"));
            await session.AddZoneSetAsync(ZoneSet("store"), [.. Codes.Select((code, n) => new ZoneRow(code, "Stor " + code, Round(250_000 + (10_000 * n), hollow: n == 0)))]);
            await session.AddZoneSetAsync(ZoneSet("naboar"), [new("1", "Vest", Beside(-20_000)), new("2", "Aust", Beside(20_000)), new("3", "Lita", Box(300_000, 10))]);
            await session.CommitAsync("{}");
        }

        public async ValueTask DisposeAsync()
        {
            if (served is not null)
                await served.DisposeAsync();
        }

        private static ZoneSetHead ZoneSet(string key) => new(key, "prøve", new(key), new(2024, 1, 1), null, IsPartition: false, "CC0");

        private static Polygon Round(double x, bool hollow)
        {
            var shell = Enumerable.Range(0, 30_000).Select(i => i * Math.Tau / 30_000)
                .Select(angle => new Coordinate(x + (4000 * Math.Cos(angle)), 6_650_000 + (4000 * Math.Sin(angle)))).ToList();
            return new(new LinearRing([.. shell, shell[0].Copy()]), hollow ? [(LinearRing)Box(x, 500).ExteriorRing] : []) { SRID = 25833 };
        }

        private static Polygon Box(double x, double side)
        {
            var (south, north) = (6_650_000, 6_650_000 + side);
            return new(new LinearRing([new(x, south), new(x, north), new(x + side, north), new(x + side, south), new(x, south)])) { SRID = 25833 };
        }

        private static Polygon Beside(double side)
        {
            IEnumerable<Coordinate> border = Enumerable.Range(0, 201).Select(i => new Coordinate(Border + (i % 2 == 0 ? 50 : -50), 6_650_000 + (100 * i)));
            return new(new LinearRing([.. border, new(Border + side, 6_670_000), new(Border + side, 6_650_000), border.First().Copy()])) { SRID = 25833 };
        }
    }
}
