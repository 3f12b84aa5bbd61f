using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Filters;
using Bolyst.Store;

namespace Bolyst.Service.Ogc.Items;

/// <summary>Which features a request selects, and in which order. Values and days are compared in memory; places in the database.</summary>
internal static class Selection
{
    /// <summary>Ordinals of all that match, over all pages, in order.</summary>
    public static async Task<IReadOnlyList<int>> SelectAsync(Layer layer, ItemsRequest request, BolystStore store, CancellationToken cancellation)
    {
        HashSet<int>? inside = null;
        foreach (var box in request.Boxes ?? [])
        {
            inside ??= [];
            inside.UnionWith(await store.Features.RelatedAsync(layer.Head.Id, SpatialRelation.Intersects, box, layer.Version, cancellation));
        }

        if (request.Boxes is { Count: 0 })
            return [];
        var holds = request.Filter is { } filter ? await new CqlEvaluation(layer, store, cancellation).CompileAsync(filter) : _ => true;
        var matching = new List<int>();
        for (var ordinal = 0; ordinal < layer.Count; ordinal++)
        {
            if (inside?.Contains(ordinal) != false && request.When?.Meets(layer.ValidOf(ordinal)) != false && holds(ordinal) == true)
                matching.Add(ordinal);
        }

        return request.Order?.Sort(layer, matching) ?? layer.InDefaultOrder(matching);
    }

    /// <summary>Where the page after a feature begins.</summary>
    /// <param name="matching">All that match, in order.</param>
    /// <param name="after">Id of the last feature of the page before; null for the first page.</param>
    /// <exception cref="Rpc.RpcException"><paramref name="after"/> is no feature of the answer, so nothing comes after it.</exception>
    public static int StartAfter(IReadOnlyList<int> matching, int? after)
    {
        if (after is not { } id)
            return 0;
        for (var at = 0; at < matching.Count; at++)
        {
            if (matching[at] == id - 1)
                return at + 1;
        }

        throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "after", FormattableString.Invariant($"is {id}, which is no feature of this answer. Begin without it and follow the links of rel next."));
    }
}
