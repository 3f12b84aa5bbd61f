using Bolyst.Service.Tests.Gis;

namespace Bolyst.Service.Tests.Tiles;

/// <summary>Tiles of the demo as a client decodes them; the outlines they must show come through another door, the OGC API.</summary>
public class TopologyTests(Elvsund elvsund)
{
    [Theory]
    [InlineData("elvsund-levekarssone")]
    [InlineData("elvsund-grunnkrets-2018")]
    [InlineData("elvsund-bydel")]
    public async Task The_demo_holds_together_at_every_zoom(string zoneSet)
    {
        var coverage = await ShownCoverage.ReadAsync((await elvsund.ServedAsync()).Http, zoneSet);
        for (var zoom = 0; zoom <= 14; zoom++)
        {
            await Topology.HoldsAsync(coverage, zoom);
        }
    }
}
