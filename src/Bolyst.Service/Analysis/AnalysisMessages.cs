using Bolyst.Service.Messages;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Spatial;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Analysis;

/// <summary>What the methods of the analysis have in common on the wire.</summary>
internal static class AnalysisMessages
{
    private const int DefaultPermutations = 999;

    public static void Check(V1.Permutations? permutations, ServiceLimits limits, FieldChecks checks)
    {
        checks.Between(permutations?.Count ?? 0, 1, limits.MaxPermutations, "permutations.count");
        checks.Known(permutations?.Side ?? default, "permutations.side");
    }

    public static PermutationRule? Read(V1.Permutations? message) => message is null
        ? null
        : new(
            message.Count == 0 ? DefaultPermutations : message.Count,
            message.Seed == 0 ? 1 : message.Seed,
            message.Side == V1.PValueSide.Unspecified ? PValueSide.TwoSided : (PValueSide)message.Side);

    public static V1.Permutations? ToMessage(this PermutationRule? rule) => rule is null
        ? null
        : new() { Count = rule.Permutations, Seed = rule.Seed, Side = (V1.PValueSide)rule.Side };

    public static V1.Topology ToMessage(this TopologyReport report, ZoneAxis axis) => new()
    {
        Links = report.Links,
        Islands = { report.Islands.Select(zone => axis.Codes[zone]) },
        Components = report.Components,
        OneWayLinks = report.OneWayLinks,
        MeanNeighbours = report.MeanNeighbours,
    };

    /// <summary>The zones without a number, each with its reason.</summary>
    public static IEnumerable<V1.UndefinedZone> Undefined(IEnumerable<Measured> values, ZoneAxis axis) => values
        .Select((value, zone) => (value.Reason, zone))
        .Where(missing => missing.Reason is not null)
        .Select(missing => new V1.UndefinedZone { Code = axis.Codes[missing.zone], Reason = missing.Reason!.ToMessage() });
}
