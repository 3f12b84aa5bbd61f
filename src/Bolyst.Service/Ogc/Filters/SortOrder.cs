using Bolyst.Service.Layers;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>
/// The parameter <c>sortby</c>: names of properties separated by commas, with <c>-</c> before those that fall. What is missing comes
/// last either way, for it is neither high nor low.
/// </summary>
/// <param name="Keys">Names, and whether they fall.</param>
internal sealed record SortOrder(IReadOnlyList<(string Name, bool Falls)> Keys)
{
    /// <summary>The order; null without one.</summary>
    public static SortOrder? Read(string text) => text.Length == 0 ? null : new(
        [.. text.Split(',').Select(key => (key.TrimStart('+', '-', ' ').Trim(), key.StartsWith('-')))]);

    /// <summary>Features in this order, equals by id.</summary>
    /// <param name="layer">The collection.</param>
    /// <param name="ordinals">Ordinals, ascending.</param>
    /// <exception cref="Rpc.RpcException">A property is not there.</exception>
    public IReadOnlyList<int> Sort(Layer layer, IReadOnlyList<int> ordinals)
    {
        // All equal to begin with, so that each key can refine.
        var sorted = ordinals.OrderBy(_ => 0);
        foreach (var (name, falls) in Keys)
        {
            var value = BoundScalar.Of(layer.Field(name, "sortby"));
            sorted = sorted.ThenBy(at => value.At(at) is null);
            sorted = falls ? sorted.ThenByDescending(value.At, Values.Instance) : sorted.ThenBy(value.At, Values.Instance);
        }

        return [.. sorted.ThenBy(at => at)];
    }

    private sealed class Values : IComparer<object?>
    {
        public static readonly Values Instance = new();

        public int Compare(object? x, object? y) => x is string text && y is string other ? string.CompareOrdinal(text, other) : Comparer<object?>.Default.Compare(x, y);
    }
}
