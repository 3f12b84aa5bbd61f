using System.Text.Json.Nodes;
using System.Xml.Linq;
using Bolyst.Service.Styles.Colours;

namespace Bolyst.Service.Styles.Drawing;

/// <summary>The patterns side by side in one picture, and where each is: what MapLibre calls a sprite.</summary>
internal sealed class Sprite(Rasterizer rasterizer)
{
    private static readonly Pattern[] Patterns = Enum.GetValues<Pattern>();

    private readonly byte[]?[] drawn = new byte[]?[3];

    /// <summary>Where each pattern is.</summary>
    /// <param name="ratio">1, or 2 for fine screens.</param>
    public static JsonObject Describe(int ratio)
    {
        var places = new JsonObject();
        foreach (var (i, pattern) in Patterns.Index())
        {
            var side = PatternTile.Side * ratio;
            places[PatternLook.NameOf(pattern)] = new JsonObject { ["x"] = i * side, ["y"] = 0, ["width"] = side, ["height"] = side, ["pixelRatio"] = ratio };
        }

        return places;
    }

    /// <summary>The picture; null when it cannot be drawn here. It never changes, so it is drawn once.</summary>
    /// <param name="ratio">1, or 2 for fine screens.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<byte[]?> DrawAsync(int ratio, CancellationToken cancellation) => drawn[ratio] ??= await rasterizer.DrawAsync(Picture(), ratio, cancellation);

    private static XDocument Picture() => new(new XElement(
        PatternTile.Svg + "svg",
        new XAttribute("width", Patterns.Length * PatternTile.Side),
        new XAttribute("height", PatternTile.Side),
        Patterns.Select((pattern, i) => new XElement(
            PatternTile.Svg + "svg", // Cuts off what hangs over.
            new XAttribute("x", i * PatternTile.Side),
            new XAttribute("width", PatternTile.Side),
            new XAttribute("height", PatternTile.Side),
            PatternTile.Draw(pattern)))));
}
