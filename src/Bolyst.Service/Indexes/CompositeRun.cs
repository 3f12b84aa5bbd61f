using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Composite;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Indexes;

/// <summary>One composite index: the definition and the columns it reads, one period after the other.</summary>
internal sealed class CompositeRun
{
    private CompositeRun(Dataset dataset, ZoneAxis axis, V1.CompositeQuery query, CompositeDefinition definition)
    {
        (Dataset, Axis, Query, Definition) = (dataset, axis, query, definition);
    }

    public Dataset Dataset { get; }

    /// <summary>The zones that are computed.</summary>
    public ZoneAxis Axis { get; }

    /// <summary>What was asked.</summary>
    public V1.CompositeQuery Query { get; }

    public CompositeDefinition Definition { get; }

    /// <summary>The periods asked for; empty for the newest of each indicator.</summary>
    public IReadOnlyList<string> Periods { get; private init; } = [];

    public required CompositeData Data { get; init; }

    /// <summary>The columns of the inputs, of all zones of the set.</summary>
    public required IReadOnlyCollection<ReadColumn> Columns { get; init; }

    /// <summary>By indicator, what was read.</summary>
    public required IReadOnlyDictionary<string, V1.IndicatorSelection> Selections { get; init; }

    public static void Check(V1.CompositeQuery? query, ServiceLimits limits, FieldChecks checks) => CompositeChecks.Check(query, limits, checks, "query");

    /// <summary>Reads what a checked query names.</summary>
    public static async Task<CompositeRun> OpenAsync(Datasets datasets, V1.CompositeQuery query, CancellationToken cancellation)
    {
        var definition = CompositeDefinitions.Read(query);
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var zones = await ChosenZones.FindAsync(dataset, query.ZoneSet, query.Within, cancellation);
        var columns = new List<IndicatorColumn>();
        var inputs = new List<ReadColumn>();
        var selections = new Dictionary<string, V1.IndicatorSelection>(StringComparer.Ordinal);
        var keys = definition.Indicators.Select(i => i.Indicator)
            .Concat(definition.Indicators.Select(i => i.Denominator).OfType<string>()).Distinct(StringComparer.Ordinal);
        string[] periods = query.Periods.Count == 0 ? [""] : [.. query.Periods];
        foreach (var key in keys)
        {
            var read = new List<ReadColumn>();
            foreach (var period in periods)
            {
                var wanted = query.PeriodOf.TryGetValue(key, out var own) ? own : period;
                read.Add(zones.Of(await dataset.ColumnAsync(query.ZoneSet, new() { Indicator = key, Period = wanted }, cancellation)));
            }

            inputs.AddRange(read);
            IndicatorColumn[] numbers = [.. read.Select(column => column.Numbers)];
            columns.Add(numbers.Length == 1 ? numbers[0] : Stack(numbers));
            selections[key] = read.Count == 1 ? read[0].Selection : new() { Indicator = key };
        }

        return new(dataset, zones.Axis, query, definition)
        {
            Columns = inputs,
            Periods = [.. query.Periods],
            Data = new(columns, periods.Length) { GroupOfZone = query.GroupOf.Count == 0 ? default : Groups(query, zones.Axis) },
            Selections = selections,
        };
    }

    private static IndicatorColumn Stack(IndicatorColumn[] periods)
    {
        var first = periods[0];
        double[] Join(Func<IndicatorColumn, ReadOnlyMemory<double>> of) => [.. periods.SelectMany(p => of(p).ToArray())];
        return new(first.Key, first.Polarity, Join(c => c.Values), periods.SelectMany(p => p.Status.ToArray()).ToArray())
        {
            Ethnicity = first.Ethnicity,
            UnitScale = first.UnitScale,
            Numerators = Join(c => c.Numerators),
            Denominators = Join(c => c.Denominators),
        };
    }

    private static int[] Groups(V1.CompositeQuery query, ZoneAxis axis)
    {
        foreach (var code in query.GroupOf.Keys)
        {
            Dataset.OrdinalOf(axis, code);
        }

        var names = query.GroupOf.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return [.. axis.Codes.Select(code => query.GroupOf.TryGetValue(code, out var group) ? names.IndexOf(group) : -1)];
    }
}
