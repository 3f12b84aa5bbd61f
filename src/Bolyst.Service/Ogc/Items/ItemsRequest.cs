using System.Globalization;
using System.Numerics;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Service.Ogc.Filters;
using Bolyst.Service.Requests;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Ogc.Items;

/// <summary>What a request for features asks for.</summary>
/// <param name="Layer">Which columns.</param>
/// <param name="Limit">Most features on the page.</param>
/// <param name="After">Id of the last feature of the page before; null for the first page.</param>
/// <param name="Start">How many features of the answer to pass over, for clients that page so; null for the others.</param>
/// <param name="Boxes">Where; null for everywhere.</param>
/// <param name="When">When; null for always.</param>
/// <param name="Crs">How coordinates are written.</param>
/// <param name="Filter">What must hold; null for nothing.</param>
/// <param name="Order">In which order; null for the default.</param>
internal sealed record ItemsRequest(
    LayerQuery Layer, int Limit, int? After, int? Start, IReadOnlyList<Geometry>? Boxes, DayInterval? When, Crs Crs, Cql? Filter, SortOrder? Order)
{
    /// <summary>Parameters that say which columns are wanted.</summary>
    public static readonly IReadOnlyList<string> LayerParameters = ["indicators", "indexes", "period", "as_of", "f", OgcWords.Parameter];

    /// <summary>Parameters of a page of features.</summary>
    public static readonly IReadOnlyList<string> Parameters = [.. LayerParameters, "limit", "after", "startindex", "bbox", "bbox-crs", "datetime", "crs", "filter", "filter-lang", "filter-crs", "sortby"];

    /// <summary>Reads the parameters of a page of features.</summary>
    /// <exception cref="Rpc.RpcException">One cannot be read.</exception>
    public static ItemsRequest Read(IQueryCollection query, ServiceLimits limits)
    {
        var (bbox, when) = (query["bbox"].ToString(), query["datetime"].ToString());
        var boxes = Crs.Read(query["bbox-crs"].ToString(), "bbox-crs");
        var (after, start) = (Whole(query, "after", from: 1), Whole(query, "startindex", from: 0));
        if (after is not null && start is not null)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, "startindex", "and after tell two beginnings of the page. Send one of them.");
        return new(
            LayerQuery.Read(query),
            Math.Min(Whole(query, "limit", from: 1) ?? limits.DefaultFeatures, limits.MaxFeatures),
            after,
            start,
            bbox.Length == 0 ? null : SearchBox.Read(bbox, boxes),
            when.Length == 0 ? null : DayInterval.Read(when),
            Crs.Read(query["crs"].ToString(), "crs"),
            FilterParameter.Read(query),
            SortOrder.Read(query["sortby"].ToString()));
    }

    /// <summary>Refuses parameters that would be ignored or run into one another: an answer to another question is worse than none.</summary>
    /// <exception cref="Rpc.RpcException">There is one.</exception>
    public static void Check(IQueryCollection query, IReadOnlyList<string> known)
    {
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, name, $"is no parameter here. Known are {string.Join(", ", known)}.");
            if (values.Count > 1)
                throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, name, FormattableString.Invariant($"stands {values.Count} times. Send it once."));
        }
    }

    private static int? Whole(IQueryCollection query, string name, int from)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
            return null;
        // However large: all are more than there can be.
        return BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from
            ? (int)BigInteger.Min(number, int.MaxValue)
            : throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, name, FormattableString.Invariant($"is '{text}'. Send a whole number from {from}."));
    }
}
