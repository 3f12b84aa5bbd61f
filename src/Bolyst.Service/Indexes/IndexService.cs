using Bolyst.Rpc;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Indexes;

/// <summary>Indexes of levekår; the contract is protos/bolyst/v1/index_service.proto.</summary>
internal sealed class IndexService(Datasets datasets, ServiceLimits limits)
{
    public async Task<V1.ListIndexDefinitionsResponse> ListIndexDefinitions(V1.ListIndexDefinitionsRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var page = Page.Read(request, limits, checks);
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(page.AsOf, context.CancellationToken);
        var (entries, next) = page.Cut(Recipes.Defined, recipe => recipe.Key, dataset.Version);
        return new() { Definitions = { entries.Select(recipe => recipe.ToMessage()) }, NextPageToken = next, DatasetVersion = dataset.Version };
    }

    public async Task<V1.GetIndexResponse> GetIndex(V1.GetIndexRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.Definition, "definition");
        checks.Required(request.ZoneSet, "zone_set");
        checks.Period(request.Period, "period");
        checks.NotNegative(request.AsOf, "as_of");
        RankRule.Check(request.RankRule, "rank_rule", checks);
        checks.ThrowIfAny();
        var query = new V1.IndexQuery
        {
            Definition = request.Definition,
            ZoneSet = request.ZoneSet,
            Period = request.Period,
            RankRule = request.RankRule,
            AsOf = request.AsOf,
        };
        var whole = IndexAnswers.Write(await IndexRun.OpenAsync(datasets, query, context.CancellationToken), withColumns: false);
        return new()
        {
            Codes = { whole.Codes },
            Names = { whole.Names },
            Scores = { whole.Raw },
            Ranks = { whole.Ranks },
            Missing = { whole.Missing },
            Definition = whole.Definition,
            RankRule = whole.RankRule,
            Inputs = { whole.Inputs },
            DatasetVersion = whole.DatasetVersion,
        };
    }

    public async Task<V1.GetOpphopingsindeksResponse> GetOpphopingsindeks(V1.GetOpphopingsindeksRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        IndexRun.Check(request.Query, limits, checks);
        checks.Between(request.IntervalReplicates, 10, limits.MaxReplicates, "interval_replicates");
        var level = checks.ConfidenceLevel(request.ConfidenceLevel);
        checks.ThrowIfAny();
        var run = await IndexRun.OpenAsync(datasets, request.Query, context.CancellationToken);
        var answer = IndexAnswers.Write(run, request.IncludeColumns);
        answer.Intervals = request.IntervalReplicates == 0
            ? null
            : IndexAnswers.Intervals(run, request.IntervalReplicates, request.Seed == 0 ? 1 : request.Seed, level, context.CancellationToken);
        return answer;
    }

    public async Task<V1.ExplainIndexResponse> ExplainIndex(V1.ExplainIndexRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        IndexRun.Check(request.Query, limits, checks);
        checks.Required(request.Code, "code");
        checks.ThrowIfAny();
        var run = await IndexRun.OpenAsync(datasets, request.Query, context.CancellationToken);
        return Explanations.Write(run, Dataset.OrdinalOf(run.Axis, request.Code));
    }

    public async Task<V1.ComputeIndexResponse> ComputeIndex(V1.ComputeIndexRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        CompositeRun.Check(request.Query, limits, checks);
        RankRule.Check(request.RankRule, "rank_rule", checks);
        checks.Between(request.Classes, 2, 100, "classes");
        checks.Known(request.QuantileRule, "quantile_rule");
        checks.Count(request.Explain.Count, 0, limits.MaxComparedZones, "explain");
        checks.ThrowIfAny();
        return CompositeAnswers.Write(await CompositeRun.OpenAsync(datasets, request.Query, context.CancellationToken), request);
    }

    public async Task<V1.AnalyzeSensitivityResponse> AnalyzeSensitivity(V1.AnalyzeSensitivityRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        CompositeRun.Check(request.Query, limits, checks);
        var design = SensitivityRun.Read(request, limits, checks);
        checks.ThrowIfAny();
        var run = await CompositeRun.OpenAsync(datasets, request.Query, context.CancellationToken);
        return SensitivityRun.Write(run, request, design, context.CancellationToken);
    }
}
