using Bolyst.Service.Faults;
using Bolyst.Service.Indexes;
using Bolyst.Service.Layers;
using Bolyst.Service.Requests;
using Google.Protobuf;

namespace Bolyst.Service.Downloads;

/// <summary>
/// The parameter <c>composite</c>: a composite index to put into a file, as a bolyst.v1.CompositeQuery in protobuf's JSON. Zone set, dataset version and a
/// single period stand elsewhere in the address.
/// </summary>
internal static class CompositeParameter
{
    public const string Name = "composite";

    /// <summary>Most characters of the parameter, some 500 indicators: in an address a sign may take three, and they fit.</summary>
    public const int MaxCharacters = 32_000;

    /// <summary>Reads it; null where it is left out.</summary>
    /// <param name="text">The parameter.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="query">The rest of the request.</param>
    /// <param name="limits">How much one request may ask for.</param>
    /// <exception cref="Rpc.RpcException">It cannot be read, or says what stands elsewhere.</exception>
    public static V1.CompositeQuery? Read(string text, string zoneSet, LayerQuery query, ServiceLimits limits)
    {
        if (text.Length == 0)
            return null;
        if (text.Length > MaxCharacters)
        {
            throw Fault.InvalidArgument(
                V1.ErrorReason.FieldOutOfRange,
                Name,
                FormattableString.Invariant($"has {text.Length} characters; an address has room for {MaxCharacters}. Name fewer indicators, or ask IndexService.ComputeIndex."));
        }

        var composite = Parse(text);
        if (composite.ZoneSet.Length > 0 || composite.AsOf != 0 || composite.Periods.Count > 0)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, Name, "names a zone set, periods or a dataset version. Leave them out: they stand in the address.");
        composite.ZoneSet = zoneSet;
        if (query.Period is { } period)
            composite.Periods.Add(period);
        var checks = new FieldChecks();
        CompositeChecks.Check(composite, limits, checks, Name);
        checks.ThrowIfAny();
        return composite;
    }

    private static V1.CompositeQuery Parse(string text)
    {
        try
        {
            return V1.CompositeQuery.Parser.ParseJson(text);
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, Name, $"is no bolyst.v1.CompositeQuery as JSON: {fault.Message}");
        }
    }
}
