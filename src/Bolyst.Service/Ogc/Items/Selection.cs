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

    /// <summary>The page after a feature.</summary>
    /// <param name="matching">All that match, in order.</param>
    /// <param name="after">Id of the last feature of the page before; null for the first page.</param>
    /// <param name="limit">Most features on the page.</param>
    /// <returns>The page, and whether there is more.</returns>
    /// <exception cref="Rpc.RpcException"><paramref name="after"/> is no feature of the answer, so nothing comes after it.</exception>
    public static (IReadOnlyList<int> Page, bool More) PageOf(IReadOnlyList<int> matching, int? after, int limit)
    {
        var start = 0;
        if (after is { } id)
        {
            while (start < matching.Count && matching[start] != id - 1)
            {
                start++;
            }

            start++;
            if (start > matching.Count)
                throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "after", FormattableString.Invariant($"is {id}, which is no feature of this answer. Begin without it and follow the links of rel next."));
        }

        return ([.. matching.Skip(start).Take(limit)], start + limit < matching.Count);
    }
}
