using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Opphoping;
using Bolyst.Statistics.Uncertainty.Simulation;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Indexes;

/// <summary>One computation of an opphopingsindeks: the query, the columns it read, and the reference it is compared with.</summary>
internal sealed class IndexRun
{
    private readonly Dictionary<string, ReadColumn> columns;

    private IndexRun(Dataset dataset, ZoneAxis axis, Recipe recipe, Dictionary<string, ReadColumn> columns, RankRule rankRule)
    {
        (Dataset, Axis, Recipe, this.columns, RankRule) = (dataset, axis, recipe, columns, rankRule);
    }

    public Dataset Dataset { get; }

    /// <summary>The zones.</summary>
    public ZoneAxis Axis { get; }

    /// <summary>The recipe, with the weight of the query.</summary>
    public Recipe Recipe { get; }

    /// <summary>How ranks are made.</summary>
    public RankRule RankRule { get; }

    /// <summary>The zone that factors are compared with; null for all zones together.</summary>
    public V1.ZoneName? Reference { get; private set; }

    /// <summary>The reference's values; null for a threshold count.</summary>
    public ReferenceArea? ReferenceArea { get; private set; }

    /// <summary>Checks a query, so far as it can be without data.</summary>
    public static void Check(V1.IndexQuery? query, ServiceLimits limits, FieldChecks checks)
    {
        if (!checks.Present(query, "query"))
        {
            return;
        }

        checks.Required(query.ZoneSet, "query.zone_set");
        checks.Period(query.Period, "query.period");
        foreach (var (indicator, period) in query.PeriodOf)
        {
            checks.Period(period, $"query.period_of[{indicator}]");
        }

        checks.Optional(query.Reference, "query.reference");
        checks.Optional(query.Within, "query.within");
        checks.NotNegative(query.AsOf, "query.as_of");
        RankRule.Check(query.RankRule, "query.rank_rule", checks);
        Recipes.Check(query, limits, checks);
    }

    /// <summary>Reads what a checked query names.</summary>
    public static async Task<IndexRun> OpenAsync(Datasets datasets, V1.IndexQuery query, CancellationToken cancellation)
    {
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var recipe = Recipes.Read(query);
        var zones = await ChosenZones.FindAsync(dataset, query.ZoneSet, query.Within, cancellation);
        var columns = await ReadAsync(dataset, query.ZoneSet, recipe.Indicators, query, cancellation);
        await ReadWeightAsync(dataset, recipe, query, columns, cancellation);
        var chosen = columns.ToDictionary(column => column.Key, column => zones.Of(column.Value), StringComparer.Ordinal);
        var run = new IndexRun(dataset, zones.Axis, recipe, chosen, RankRule.Read(query.RankRule));
        if (recipe is ProductRecipe product)
        {
            RefuseRatesPer(product, columns);
            await run.ReadReferenceAsync(product, query, cancellation);
        }

        return run;
    }

    /// <summary>The column of an input.</summary>
    public ReadColumn ColumnOf(string indicator) => columns[indicator];

    /// <summary>The columns of all inputs.</summary>
    public IReadOnlyCollection<ReadColumn> Columns => columns.Values;

    /// <summary>Every input with its part in the index.</summary>
    public IEnumerable<V1.IndexInput> Inputs => columns.Values.Select(column => new V1.IndexInput
    {
        Selection = column.Selection,
        Role = RoleOf(column.Head.Key),
        ZonesLeftOutOfReference = ReferenceArea?.ZonesLeftOut.GetValueOrDefault(column.Head.Key) ?? 0,
    });

    /// <summary>The columns of the inputs, in the order of <see cref="Inputs"/>.</summary>
    public IEnumerable<V1.ValueColumn> InputColumns
    {
        get
        {
            int[] zones = [.. Enumerable.Range(0, Axis.Count)];
            return columns.Values.Select(column => column.ToMessage(zones));
        }
    }

    private IReadOnlyCollection<IndicatorColumn> Numbers => [.. columns.Values.Select(column => column.Numbers)];

    /// <summary>Computes a product.</summary>
    public ProductResult Compute(ProductRecipe recipe) => ProductIndex.Compute(recipe, Numbers, ReferenceArea);

    /// <summary>Draws the counts behind a product again.</summary>
    public ProductUncertainty Simulate(ProductRecipe recipe, int replicates, ulong seed, double level, CancellationToken cancellation) =>
        ProductSimulation.Run(recipe, Numbers, replicates, seed, level, cancellation);

    /// <summary>Computes a threshold count.</summary>
    public ThresholdCountResult Compute(ThresholdCountRecipe recipe) => ThresholdCount.Compute(recipe, Numbers);

    /// <summary>A rate divided by inhabitants again would be a number that means nothing.</summary>
    private static void RefuseRatesPer(ProductRecipe recipe, Dictionary<string, ReadColumn> columns)
    {
        foreach (var factor in recipe.Factors)
        {
            if (factor.Denominator is { } per && columns[factor.Indicator].Head.Form is not (MeasureForm.Count or MeasureForm.Amount))
            {
                throw new DefinitionRefusedException(
                    "factors", factor.Indicator, $"Factor '{factor.Indicator}' is not a count, so it cannot be taken per '{per}'. Leave 'per' out.");
            }
        }
    }

    private async Task ReadReferenceAsync(ProductRecipe recipe, V1.IndexQuery query, CancellationToken cancellation)
    {
        if (query.Reference is not { } reference)
        {
            ReferenceArea = ReferenceArea.TotalOf("all zones together", recipe, Numbers);
            return;
        }

        var axis = await Dataset.AxisAsync(reference.ZoneSet, cancellation);
        var zone = Dataset.OrdinalOf(axis, reference.Code);
        var there = await ReadAsync(Dataset, reference.ZoneSet, recipe.Indicators, query, cancellation);
        Reference = new() { Ref = reference, Name = axis.Names[zone] };
        ReferenceArea = ReferenceArea.OfZone(axis.Names[zone], recipe, there.Values.Select(column => column.Numbers), zone);
    }

    private static async Task<Dictionary<string, ReadColumn>> ReadAsync(
        Dataset dataset, string zoneSet, IEnumerable<string> indicators, V1.IndexQuery query, CancellationToken cancellation)
    {
        var read = new Dictionary<string, ReadColumn>(StringComparer.Ordinal);
        foreach (var indicator in indicators.Distinct(StringComparer.Ordinal))
        {
            read[indicator] = await dataset.ColumnAsync(zoneSet, SelectionOf(indicator, query), cancellation);
        }

        return read;
    }

    /// <summary>The weight serves the relative index alone: where nobody has delivered what a recipe weighs by, the index itself is as good.</summary>
    private static async Task ReadWeightAsync(
        Dataset dataset, Recipe recipe, V1.IndexQuery query, Dictionary<string, ReadColumn> columns, CancellationToken cancellation)
    {
        foreach (var weight in recipe.Inputs.Where(key => !columns.ContainsKey(key)))
        {
            var selection = SelectionOf(weight, query);
            var column = query.WeightIndicator.Length == 0
                ? await dataset.FindColumnAsync(query.ZoneSet, selection, cancellation)
                : await dataset.ColumnAsync(query.ZoneSet, selection, cancellation);
            if (column is not null)
            {
                columns[weight] = column;
            }
        }
    }

    private static V1.IndicatorSelection SelectionOf(string indicator, V1.IndexQuery query) =>
        new() { Indicator = indicator, Period = query.PeriodOf.TryGetValue(indicator, out var own) ? own : query.Period };

    private V1.IndexInputRole RoleOf(string indicator) => Recipe switch
    {
        ProductRecipe product when product.Factors.Any(f => string.Equals(f.Indicator, indicator, StringComparison.Ordinal)) => V1.IndexInputRole.Factor,
        ThresholdCountRecipe count when count.Criteria.Any(c => string.Equals(c.Indicator, indicator, StringComparison.Ordinal)) => V1.IndexInputRole.Factor,
        _ when string.Equals(Recipe.WeightIndicator, indicator, StringComparison.Ordinal) => V1.IndexInputRole.Weight,
        _ => V1.IndexInputRole.Denominator,
    };
}
