using Bolyst.Service.Indexes;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Composite;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Analysis;

/// <summary>The numbers that a map statistic looks at: an indicator, or the scores of an index.</summary>
internal sealed record MapNumbers(Dataset Dataset, ZoneAxis Axis, IReadOnlyList<Measured> Values)
{
    public static void Check(V1.MapValues? values, ServiceLimits limits, FieldChecks checks)
    {
        if (!checks.Present(values, "values"))
        {
            return;
        }

        checks.NotNegative(values.AsOf, "values.as_of");
        switch (values.SourceCase)
        {
            case V1.MapValues.SourceOneofCase.Selection:
                checks.Required(values.ZoneSet, "values.zone_set");
                checks.Selection(values.Selection, "values.selection");
                break;
            case V1.MapValues.SourceOneofCase.Index:
                CompositeChecks.Check(values.Index, limits, checks, "values.index");
                checks.Count(values.Index.Periods.Count, 0, 1, "values.index.periods");
                if (values.Index.Within is not null)
                    checks.Add(V1.ErrorReason.FieldOutOfRange, "values.index.within", "cannot go with a map statistic, which looks at all neighbours.");
                break;
            default:
                checks.Add(V1.ErrorReason.FieldRequired, "values.source", "needs a selection or an index.");
                break;
        }
    }

    public static async Task<MapNumbers> ReadAsync(Datasets datasets, V1.MapValues values, CancellationToken cancellation)
    {
        if (values.SourceCase == V1.MapValues.SourceOneofCase.Index)
        {
            var run = await CompositeRun.OpenAsync(datasets, values.Index, cancellation);
            return new(run.Dataset, run.Axis, CompositeIndex.Compute(run.Definition, run.Data).Scores);
        }

        var dataset = await datasets.OpenAsync(values.AsOf, cancellation);
        var column = await dataset.ColumnAsync(values.ZoneSet, values.Selection, cancellation);
        return new(dataset, column.Zones, column.Numbers.ToMeasured());
    }
}
