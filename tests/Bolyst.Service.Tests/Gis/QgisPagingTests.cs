namespace Bolyst.Service.Tests.Gis;

/// <summary>QGIS pages through 34 753 zones.</summary>
public class QgisPagingTests(Teppe teppe) : IClassFixture<Teppe>
{
    [Fact]
    public async Task Every_zone_arrives_with_the_right_types_though_the_first_pages_are_suppressed()
    {
        var seen = await Qgis.RunAsync("paging.py", new Uri(teppe.Served.Http.BaseAddress!, "/ogc").ToString(), "teppe");

        Assert.Empty(seen.GetProperty("warnings").EnumerateArray());
        Assert.Equal("Real", seen.GetProperty("fields").GetProperty("andel").GetString());
        Assert.Equal("Real", seen.GetProperty("fields").GetProperty("tal").GetString());
        Assert.Equal(Teppe.Zones, seen.GetProperty("count").GetInt32());
        Assert.Equal(Teppe.Zones, seen.GetProperty("read").GetInt32());
        Assert.Equal(Teppe.Suppressed, seen.GetProperty("missing").GetInt32());
        // 1 + 2 + … + n
        Assert.Equal(Teppe.Zones * (Teppe.Zones + 1L) / 2, seen.GetProperty("total").GetDouble());
    }
}
