using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Service.Zones;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Omradesatsinger;

/// <summary>A zone and the share of its area that is covered.</summary>
internal readonly record struct CoveredZone(int Ordinal, double Share)
{
    public V1.CoveredZone ToMessage(ZoneAxis axis) =>
        new() { Zone = new() { Ref = new() { ZoneSet = axis.ZoneSet, Code = axis.Codes[Ordinal] }, Name = axis.Names[Ordinal] }, Share = Share };
}

/// <summary>What a request calls inside, as whole zones.</summary>
/// <param name="Axis">The zone set.</param>
/// <param name="Inside">The zones covered to the minimum share, by code.</param>
/// <param name="Touched">The zones covered to less than that.</param>
/// <param name="Boundary">The boundary of the områdesatsing that was named.</param>
internal sealed record CoveredArea(ZoneAxis Axis, IReadOnlyList<CoveredZone> Inside, IReadOnlyList<CoveredZone> Touched, BoundaryInfo? Boundary)
{
    /// <summary>Share of a zone that must be covered when the request does not say.</summary>
    public const double DefaultShare = 0.5;

    /// <summary>Shares are quotients of areas: one that is half by construction may lie a rounding error below.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Checks the fields that say what is inside.</summary>
    /// <returns>The polygon, if the request has one that can be read.</returns>
    public static Geometry? Check(V1.CompareInsideOutsideRequest request, ServiceLimits limits, FieldChecks checks)
    {
        var srid = checks.Srid(request.Srid, Srids.LongitudeLatitude, "srid");
        if (request.MinimumShare is not (>= 0 and <= 1))
        {
            checks.Add(
                V1.ErrorReason.FieldOutOfRange,
                "minimum_share",
                string.Create(CultureInfo.InvariantCulture, $"is {request.MinimumShare}; it must be above 0 and up to 1, or 0 for 0.5."));
        }

        switch (request.InsideCase)
        {
            case V1.CompareInsideOutsideRequest.InsideOneofCase.Omradesatsing:
                checks.Required(request.Omradesatsing, "omradesatsing");
                return null;
            case V1.CompareInsideOutsideRequest.InsideOneofCase.PolygonWkb:
                return PolygonReader.Read(request.PolygonWkb, "polygon_wkb", srid, limits, checks);
            case V1.CompareInsideOutsideRequest.InsideOneofCase.PolygonWkt:
                return PolygonReader.Read(request.PolygonWkt, "polygon_wkt", srid, limits, checks);
            case V1.CompareInsideOutsideRequest.InsideOneofCase.Zones:
                checks.Count(request.Zones.Codes.Count, 1, limits.MaxCodes, "zones.codes");
                return null;
            default:
                checks.Add(V1.ErrorReason.FieldRequired, "inside", "needs an områdesatsing, a polygon or zones.");
                return null;
        }
    }

    /// <summary>Ends the call for a zone set whose zones cannot be summed.</summary>
    public static void RequirePartition(ZoneSetInfo set)
    {
        if (!set.IsPartition)
        {
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "zone_set", $"'{set.Key}' is no partition: its zones may overlap, so they cannot be put together.");
        }
    }

    /// <summary>Finds the zones that the request's inside covers.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="request">The request, checked.</param>
    /// <param name="polygon">Its polygon, if it has one.</param>
    /// <param name="day">Day on which the boundary of an områdesatsing held; null for the newest.</param>
    /// <param name="minimumShare">Share of a zone that must be covered.</param>
    /// <param name="cancellation">The call's.</param>
    public static async Task<CoveredArea> FindAsync(
        Dataset dataset, V1.CompareInsideOutsideRequest request, Geometry? polygon, DateOnly? day, double minimumShare, CancellationToken cancellation)
    {
        var axis = await dataset.AxisAsync(request.ZoneSet, cancellation);
        if (request.InsideCase == V1.CompareInsideOutsideRequest.InsideOneofCase.Zones)
        {
            var ordinals = request.Zones.Codes.Select(code => Dataset.OrdinalOf(axis, code)).Distinct().Order();
            return new(axis, [.. ordinals.Select(ordinal => new CoveredZone(ordinal, 1))], [], null);
        }

        var boundary = polygon is null ? await BoundaryAsync(dataset, request.Omradesatsing, day, cancellation) : null;
        var overlaps = await dataset.Store.Outlines.LookupPolygonAsync(
            polygon ?? boundary!.Outline.ToGeometry(), dataset.ZoneSet(request.ZoneSet).ValidFrom, [request.ZoneSet], axis.Count, dataset.Version, cancellation);
        var covered = overlaps.Select(overlap => new CoveredZone(overlap.Zone.Ordinal, overlap.ShareOfZone!.Value)).OrderBy(zone => zone.Ordinal).ToLookup(
            zone => zone.Share >= minimumShare - Tolerance);
        return covered[true].Any() ? new(axis, [.. covered[true]], [.. covered[false]], boundary) : throw NothingInside(axis, covered[false], minimumShare);
    }

    private static async Task<BoundaryInfo> BoundaryAsync(Dataset dataset, string key, DateOnly? day, CancellationToken cancellation)
    {
        var found = await dataset.OmradesatsingAsync(key, cancellation);
        var boundaries = await dataset.Store.Outlines.ListOmradesatsingBoundariesAsync(key, asOf: dataset.Version, cancellation: cancellation);
        var held = boundaries.LastOrDefault(boundary => day is null || (boundary.ValidFrom <= day && (boundary.ValidTo is null || day <= boundary.ValidTo)));
        return held ?? throw Fault.FailedPrecondition(
            V1.ErrorReason.BoundaryNotDelivered,
            boundaries.Count == 0
                ? $"No boundary was delivered for {found.Row.Name} ('{key}'), and Bolyst invents none. Send a polygon or zone codes instead, or have its boundary delivered."
                : $"No boundary of {found.Row.Name} ('{key}') held on {day.ToMessage()}; those delivered are of {string.Join(", ", boundaries.Select(Years))}.",
            ("omradesatsing", key));
    }

    private static string Years(BoundaryInfo boundary) => $"{boundary.ValidFrom.ToMessage()} to {boundary.ValidTo?.ToMessage() ?? "now"}";

    private static Rpc.RpcException NothingInside(ZoneAxis axis, IEnumerable<CoveredZone> touched, double minimumShare) => Fault.InvalidArgument(
        V1.ErrorReason.FieldOutOfRange,
        "inside",
        touched.Any()
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"covers no zone of '{axis.ZoneSet}' to a share of {minimumShare}; the largest share is {touched.Max(zone => zone.Share):0.###}. Take a lower minimum_share or a zone set with smaller zones.")
            : $"touches no zone of '{axis.ZoneSet}'. Check the coordinates and the srid.");
}
