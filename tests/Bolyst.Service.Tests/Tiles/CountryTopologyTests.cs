using Bolyst.Service.Tests.Gis;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>Tiles of Norway's delområder as a client decodes them.</summary>
public class CountryTopologyTests(Delomrader delomrader) : IClassFixture<Delomrader>
{
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public Task The_country_holds_together(int zoom) => Topology.HoldsAsync(delomrader.Coverage, zoom);

    // Metres of EPSG:3857: 40 km about Oslo (10.75 E, 59.91 N) and Tromsø (18.96 E, 69.65 N); cs2cs EPSG:4326 EPSG:3857.
    [Theory]
    [InlineData(10, 1_196_685, 8_379_728)]
    [InlineData(12, 1_196_685, 8_379_728)]
    [InlineData(14, 1_196_685, 8_379_728)]
    [InlineData(11, 2_110_618, 10_955_744)]
    [InlineData(13, 2_110_618, 10_955_744)]
    public Task Towns_hold_together(int zoom, double x, double y) =>
        Topology.HoldsAsync(delomrader.Coverage, zoom, new Envelope(x - 20_000, x + 20_000, y - 20_000, y + 20_000));
}
