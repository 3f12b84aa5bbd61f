using System.Globalization;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Styles;

/// <summary>Addresses about one field at one dataset version, as the client reaches them.</summary>
/// <param name="request">The request.</param>
/// <param name="zoneSet">Key of the zone set.</param>
/// <param name="measure">What tiles must be asked for.</param>
/// <param name="version">The dataset version.</param>
internal sealed class StyleAddress(HttpRequest request, string zoneSet, LayerQuery measure, long version)
{
    private readonly string root = $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>TileJSON of the tiles with the field's measure and no other, at the version that the classes were made of.</summary>
    public string TileJson => root + $"/tiles/{zoneSet}/tilejson.json" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["indicators"] = Keys(measure.Indicators),
        ["indexes"] = Keys(measure.Indexes),
        ["period"] = measure.Period,
        ["as_of"] = version.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    private static string Keys(IReadOnlyList<string>? keys) => keys is { Count: > 0 } ? string.Join(',', keys) : LayerQuery.None;
}
