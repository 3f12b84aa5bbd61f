using Bolyst.Rpc;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics.Spatial;

namespace Bolyst.Service.Analysis;

/// <summary>Statistics over the map; the contract is protos/bolyst/v1/analysis_service.proto.</summary>
internal sealed class AnalysisService(Datasets datasets, Neighbourhoods neighbourhoods, ServiceLimits limits)
{
    public async Task<V1.MeasureAutocorrelationResponse> MeasureAutocorrelation(V1.MeasureAutocorrelationRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        MapNumbers.Check(request.Values, limits, checks);
        Neighbourhoods.Check(request.Neighbours, "neighbours", checks);
        AnalysisMessages.Check(request.Permutations, limits, checks);
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var map = await MapNumbers.ReadAsync(datasets, request.Values, cancellation);
        var weights = await neighbourhoods.FindAsync(map.Dataset, map.Axis.ZoneSet, request.Neighbours, cancellation);
        var rule = AnalysisMessages.Read(request.Permutations);
        var moran = GlobalAutocorrelation.Moran(map.Values, weights, rule, cancellation);
        return new()
        {
            Moran = ToMessage(moran),
            Geary = ToMessage(GlobalAutocorrelation.Geary(map.Values, weights, rule, cancellation)),
            GetisOrd = ToMessage(GlobalAutocorrelation.GetisOrd(map.Values, weights, rule, cancellation)),
            Topology = TopologyReport.Of(weights).ToMessage(map.Axis),
            Zones = moran.Zones,
            Missing = moran.Missing,
            Permutations = rule.ToMessage(),
            DatasetVersion = map.Dataset.Version,
        };
    }

    public async Task<V1.ClusterZonesResponse> ClusterZones(V1.ClusterZonesRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        MapNumbers.Check(request.Values, limits, checks);
        Neighbourhoods.Check(request.Neighbours, "neighbours", checks);
        AnalysisMessages.Check(request.Permutations, limits, checks);
        checks.Known(request.Statistic, "statistic");
        var level = checks.Level(request.Level, 0.05, "level");
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var map = await MapNumbers.ReadAsync(datasets, request.Values, cancellation);
        var weights = await neighbourhoods.FindAsync(map.Dataset, map.Axis.ZoneSet, request.Neighbours, cancellation);
        var rule = request.AnalyticOnly ? null : AnalysisMessages.Read(request.Permutations ?? new());
        var local = request.Statistic switch
        {
            V1.LocalStatistic.Gi => GetisOrdLocal.Compute(map.Values, weights, star: false, rule, cancellation),
            V1.LocalStatistic.GiStar => GetisOrdLocal.Compute(map.Values, weights, star: true, rule, cancellation),
            _ => LocalMoran.Compute(map.Values, weights, rule, cancellation: cancellation),
        };
        return new()
        {
            Codes = { map.Axis.Codes },
            Names = { map.Axis.Names },
            Clusters = { local.Clusters(level, !request.EachZoneByItself).Select(kind => (V1.ClusterKind)((int)kind + 1)) },
            Statistics = { local.Values.Select(value => value.Statistic.OrNull ?? double.NaN) },
            Z = { local.Values.Select(value => value.Z.OrNull ?? double.NaN) },
            P = { local.Values.Select(value => (rule is null ? value.AnalyticP : value.PermutationP).OrNull ?? double.NaN) },
            Undefined = { AnalysisMessages.Undefined(local.Values.Select(value => value.Statistic), map.Axis) },
            Topology = TopologyReport.Of(weights).ToMessage(map.Axis),
            Permutations = rule.ToMessage(),
            Level = level,
            DatasetVersion = map.Dataset.Version,
        };
    }

    public async Task<V1.MeasureSegregationResponse> MeasureSegregation(V1.MeasureSegregationRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        SegregationRun.Check(request, limits, checks);
        checks.ThrowIfAny();
        var run = await SegregationRun.ReadAsync(datasets, request, context.CancellationToken);
        var weights = request.Neighbours is { } rule
            ? await neighbourhoods.FindAsync(run.Dataset, request.ZoneSet, rule, context.CancellationToken)
            : null;
        return run.Write(request, weights);
    }

    public async Task<V1.InterpolateAreasResponse> InterpolateAreas(V1.InterpolateAreasRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.SourceZoneSet, "source_zone_set");
        checks.Required(request.TargetZoneSet, "target_zone_set");
        checks.Selection(request.Selection, "selection");
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        return await InterpolationRun.AnswerAsync(await datasets.OpenAsync(request.AsOf, context.CancellationToken), request, context.CancellationToken);
    }

    private static V1.GlobalStatistic ToMessage(AutocorrelationResult result)
    {
        var message = new V1.GlobalStatistic
        {
            Value = result.Value.ToMessage(),
            Expected = result.Expected.ToMessage(),
            PPermutation = result.PermutationP.ToMessage(),
        };
        if (result.UnderNormality is { } normal)
        {
            (message.ZNormal, message.PNormal) = (normal.Z, normal.TwoSidedP);
        }

        if (result.UnderRandomisation is { } random)
        {
            (message.ZRandom, message.PRandom) = (random.Z, random.TwoSidedP);
        }

        return message;
    }
}
