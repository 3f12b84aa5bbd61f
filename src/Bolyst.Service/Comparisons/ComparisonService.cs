using Bolyst.Rpc;
using Bolyst.Service.Messages;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics.Comparison;

namespace Bolyst.Service.Comparisons;

/// <summary>Zones beside each other; the contract is protos/bolyst/v1/comparison_service.proto.</summary>
internal sealed class ComparisonService(Datasets datasets, ServiceLimits limits)
{
    public async Task<V1.CompareZonesResponse> CompareZones(V1.CompareZonesRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Zones(request.Zones, 2, limits.MaxComparedZones, "zones");
        checks.Selections(request.Selections, 1, limits.MaxColumns);
        var level = checks.ConfidenceLevel(request.ConfidenceLevel);
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var dataset = await datasets.OpenAsync(request.AsOf, cancellation);
        var places = new ZonePlace[request.Zones.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = await ZonePlace.FindAsync(dataset, request.Zones[i], cancellation);
        }

        var response = new V1.CompareZonesResponse
        {
            Zones = { places.Select(place => place.ToMessage()) },
            IntervalMethod = ValueMessages.Wilson(level),
            DifferenceMethod = ValueMessages.DifferenceMethod(level),
            DatasetVersion = dataset.Version,
        };
        foreach (var selection in request.Selections)
        {
            response.Comparisons.Add(await CompareAsync(dataset, places, selection, level, cancellation));
        }

        return response;
    }

    public async Task<V1.ProfileZoneResponse> ProfileZone(V1.ProfileZoneRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.Zone, "zone");
        checks.Optional(request.Reference, "reference");
        checks.Selections(request.Selections, 0, limits.MaxIndicators);
        var level = checks.ConfidenceLevel(request.ConfidenceLevel);
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var dataset = await datasets.OpenAsync(request.AsOf, context.CancellationToken);
        return await Profile.ReadAsync(dataset, request, level, limits, context.CancellationToken);
    }

    public async Task<V1.GetTrendResponse> GetTrend(V1.GetTrendRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Zones(request.Zones, 1, limits.MaxTrendZones, "zones");
        checks.Optional(request.Reference, "reference");
        checks.Required(request.Indicator, "indicator");
        var from = checks.Period(request.FromPeriod, "from_period");
        var to = checks.Period(request.ToPeriod, "to_period");
        var level = checks.ConfidenceLevel(request.ConfidenceLevel);
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var dataset = await datasets.OpenAsync(request.AsOf, cancellation);
        var trend = new TrendReader(dataset, dataset.Indicator(request.Indicator), request.Breakdown, from, to, level);
        var response = new V1.GetTrendResponse
        {
            Indicator = dataset.Indicator(request.Indicator).ToMessage(),
            IntervalMethod = ValueMessages.Wilson(level),
            DatasetVersion = dataset.Version,
        };
        foreach (var zone in request.Zones)
        {
            response.Series.Add(await trend.RequireAsync(zone, cancellation));
        }

        response.Reference = request.Reference is { } reference ? await trend.ReadAsync(reference, cancellation) : null;
        return response;
    }

    public async Task<V1.SummarizeDistributionResponse> SummarizeDistribution(V1.SummarizeDistributionRequest request, ServerCallContext context)
    {
        var checks = new FieldChecks();
        checks.Required(request.ZoneSet, "zone_set");
        checks.Selection(request.Selection, "selection");
        checks.Count(request.Limits.Count, 0, DistributionAnswers.MaxLimits, "limits");
        for (var i = 0; i < request.Limits.Count; i++)
        {
            checks.Finite(request.Limits[i], string.Create(System.Globalization.CultureInfo.InvariantCulture, $"limits[{i}]"));
        }

        checks.Optional(request.Within, "within");
        checks.NotNegative(request.AsOf, "as_of");
        checks.ThrowIfAny();
        var cancellation = context.CancellationToken;
        var dataset = await datasets.OpenAsync(request.AsOf, cancellation);
        var zones = await ChosenZones.FindAsync(dataset, request.ZoneSet, request.Within, cancellation);
        var column = await dataset.ColumnAsync(request.ZoneSet, request.Selection, cancellation);
        return DistributionAnswers.Write(zones.Of(column), request, dataset.Version);
    }

    private static async ValueTask<V1.IndicatorComparison> CompareAsync(
        Dataset dataset, ZonePlace[] places, V1.IndicatorSelection selection, double level, CancellationToken cancellation)
    {
        var first = await dataset.ColumnAsync(places[0].Axis.ZoneSet, selection, cancellation);
        var comparison = new V1.IndicatorComparison { Selection = first.Selection, Unit = first.Head.Unit, Polarity = first.Head.Polarity.ToMessage() };
        var column = first;
        foreach (var place in places)
        {
            if (!string.Equals(place.Axis.ZoneSet, column.Zones.ZoneSet, StringComparison.Ordinal))
            {
                column = await dataset.ColumnAsync(place.Axis.ZoneSet, first.Selection, cancellation);
            }

            comparison.Values.Add(new V1.ComparedValue
            {
                Value = column.ValueOf(place.Ordinal, level),
                Difference = comparison.Values.Count == 0 ? null : Contrast.Of(column.CellOf(place.Ordinal), first.CellOf(places[0].Ordinal), level).ToMessage(),
            });
        }

        return comparison;
    }
}
