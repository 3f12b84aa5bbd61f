using System.Globalization;
using Bolyst.Service.Layers;

namespace Bolyst.Service.Styles;

/// <summary>Addresses about one field at one dataset version, as the client reaches them.</summary>
/// <param name="request">The request.</param>
/// <param name="zoneSet">Key of the zone set.</param>
/// <param name="field">Name of the field.</param>
/// <param name="measure">What tiles must be asked for.</param>
/// <param name="version">The dataset version.</param>
internal sealed class StyleAddress(HttpRequest request, string zoneSet, string field, LayerQuery measure, long version)
{
    private readonly string root = $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>The field's classes, drawn in the same way.</summary>
    public string Classes => Of("classes.json");

    /// <summary>A style for MapLibre.</summary>
    public string Style => Of("style.json");

    /// <summary>A style for QGIS.</summary>
    public string Qml => Of("style.qml");

    /// <summary>A style as SLD.</summary>
    public string Sld => Of("style.sld");

    /// <summary>The legend as SVG.</summary>
    public string Legend => Of("legend.svg");

    /// <summary>The legend as PNG.</summary>
    public string LegendPng => Of("legend.png");

    /// <summary>The patterns, without the endings that MapLibre puts to it.</summary>
    public string Sprite => root + "/styles/sprite";

    /// <summary>TileJSON of the tiles with the field's measure and no other, at the version that the classes were made of.</summary>
    public string TileJson => root + $"/tiles/{zoneSet}/tilejson.json" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["indicators"] = Keys(measure.Indicators),
        ["indexes"] = Keys(measure.Indexes),
        ["period"] = measure.Period,
        ["as_of"] = version.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => pair.Value is not null));

    /// <summary>Beside the address that was asked for: with its parameters, at the version that was answered from.</summary>
    private string Of(string form)
    {
        var query = request.Query.Where(pair => StyleQuery.Parameters.Contains(pair.Key, StringComparer.Ordinal)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        query["as_of"] = version.ToString(CultureInfo.InvariantCulture);
        return $"{root}/styles/{zoneSet}/{field}/{form}{QueryString.Create(query)}";
    }

    private static string Keys(IReadOnlyList<string>? keys) => keys is { Count: > 0 } ? string.Join(',', keys) : LayerQuery.None;
}
