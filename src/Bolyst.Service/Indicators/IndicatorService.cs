using Bolyst.Rpc;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store.Model;

namespace Bolyst.Service.Indicators;

/// <summary>Indicators and their numbers; the contract is protos/bolyst/v1/indicator_service.proto.</summary>
internal sealed class IndicatorService(Datasets datasets, ServiceLimits limits)
{
    public async Task<V1.ListIndicatorsResponse> ListIndicators(V1.ListIndicatorsRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        var page = Page.Read(request, limits, checks);
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(page.AsOf, context.CancellationToken);
        IEnumerable<IndicatorInfo> indicators = dataset.Indicators;
        if (request.ZoneSet.Length > 0)
        {
            var there = (await dataset.ColumnsOfAsync(request.ZoneSet, context.CancellationToken)).Select(column => column.Key.Indicator).ToHashSet(StringComparer.Ordinal);
            indicators = indicators.Where(indicator => there.Contains(indicator.Head.Key));
        }

        if (request.Theme.Length > 0)
        {
            indicators = indicators.Where(indicator => string.Equals(indicator.Head.Theme, request.Theme, StringComparison.Ordinal));
        }

        var (entries, next) = page.Cut(indicators, indicator => indicator.Head.Key, dataset.Version);
        return new() { Indicators = { entries.Select(indicator => indicator.Head.ToMessage()) }, NextPageToken = next, DatasetVersion = dataset.Version };
    }

    public async Task<V1.GetIndicatorValuesResponse> GetIndicatorValues(V1.GetIndicatorValuesRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.ZoneSet, "zone_set");
        checks.Selections(request.Selections, 1, limits.MaxColumns);
        checks.Count(request.Codes.Count, 0, limits.MaxCodes, "codes");
        var level = checks.ConfidenceLevel(request.ConfidenceLevel);
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        var axis = await dataset.AxisAsync(request.ZoneSet, context.CancellationToken);
        int[] zones = request.Codes.Count == 0 ? [.. Enumerable.Range(0, axis.Count)] : [.. request.Codes.Select(code => Dataset.OrdinalOf(axis, code))];
        var response = new V1.GetIndicatorValuesResponse
        {
            Codes = { zones.Select(zone => axis.Codes[zone]) },
            Names = { zones.Select(zone => axis.Names[zone]) },
            IntervalMethod = request.IncludeIntervals ? ValueMessages.Wilson(level) : null,
            DatasetVersion = dataset.Version,
        };
        foreach (var selection in request.Selections)
        {
            var column = await dataset.ColumnAsync(request.ZoneSet, selection, context.CancellationToken);
            response.Columns.Add(column.ToMessage(zones, request.IncludeIntervals ? level : null));
        }

        return response;
    }

    public async Task<V1.GetCoverageResponse> GetCoverage(V1.GetCoverageRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.ZoneSet, "zone_set");
        checks.Count(request.Indicators.Count, 0, limits.MaxIndicators, "indicators");
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        var wanted = request.Indicators.Select(key => dataset.Indicator(key).Key).ToHashSet(StringComparer.Ordinal);
        var response = new V1.GetCoverageResponse { ZoneSet = dataset.ZoneSet(request.ZoneSet).ToMessage(dataset), DatasetVersion = dataset.Version };
        foreach (var column in await dataset.ColumnsOfAsync(request.ZoneSet, context.CancellationToken))
        {
            if (column.Key.Breakdown.Length == 0 && (wanted.Count == 0 || wanted.Contains(column.Key.Indicator)))
            {
                response.Periods.Add(Coverage.Of(await dataset.Store.Cube.ColumnAsync(column.Key, dataset.Version, context.CancellationToken)));
            }
        }

        return response;
    }
}
