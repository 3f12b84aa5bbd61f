using Bolyst.Service.Faults;
using Bolyst.Service.Indexes;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Opphoping;
using Bolyst.Store.Model;
using IndexRun = Bolyst.Service.Indexes.IndexRun;

namespace Bolyst.Service.Layers;

/// <summary>Reads what a layer measures: indicators from the cube, indexes from Statistics.</summary>
internal sealed class LayerReader(Datasets datasets, ServiceLimits limits)
{
    /// <summary>What the name of a field with reasons ends with.</summary>
    public static readonly LocalizedText Status = new("status", "status", "status");

    /// <summary>Columns read side by side: whoever asks for a layer first waits for them, and the database has other clients.</summary>
    private const int ReadsAtATime = 4;

    /// <summary>Reads the measures of a zone set, indicators first.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="query">Which measures; its version is not read.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<IReadOnlyList<LayerMeasure>> ReadAsync(Dataset dataset, string zoneSet, LayerQuery query, CancellationToken cancellation)
    {
        // A request may name so many; a zone set shows all that it has, for a GIS that is given an address cannot name any.
        if (query.Indicators?.Count > limits.MaxColumns)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "indicators", $"are more than {limits.MaxColumns}. Name fewer, or leave it out for all.");
        string[] keys = [.. query.Indicators ?? await IndicatorsAsync(dataset, zoneSet, query.Period, cancellation)];
        var columns = new ReadColumn[keys.Length];
        await Parallel.ForAsync(
            0, keys.Length, new ParallelOptions { MaxDegreeOfParallelism = ReadsAtATime, CancellationToken = cancellation },
            async (at, abandoned) => columns[at] = await dataset.ColumnAsync(zoneSet, new() { Indicator = keys[at], Period = query.Period ?? "" }, abandoned));
        List<LayerMeasure> measures = [.. columns.Select(Indicator)];
        foreach (var recipe in query.Indexes?.Select(Recipes.Find) ?? await RecipesAsync(dataset, zoneSet, query.Period, cancellation))
        {
            var request = new V1.IndexQuery { ZoneSet = zoneSet, Period = query.Period ?? "", Definition = recipe.Key, AsOf = dataset.Version };
            measures.Add(Index(await IndexRun.OpenAsync(datasets, request, cancellation)));
        }

        if (query.Composite is { } composite)
            measures.Add(CompositeMeasure.Of(await CompositeRun.OpenAsync(datasets, new(composite) { AsOf = dataset.Version }, cancellation), await dataset.AxisAsync(zoneSet, cancellation)));
        // A period that nothing is of: columns that go without a word would look like a zone set without numbers.
        if (measures.Count == 0 && query is { Period: { } period, Indicators: null })
            throw await dataset.NoPeriodAsync(zoneSet, period, cancellation);
        return measures;
    }

    /// <summary>The name of a field, from the key of its indicator or index. Hyphens would have to be quoted in every filter and expression.</summary>
    public static string NameOf(string key) => key.Replace('-', '_');

    /// <summary>A text of a recipe, as the fields of layers hold texts.</summary>
    public static LocalizedText Text(RecipeLabel text) => new(text.Nb, text.Nn, text.En);

    private static async Task<IEnumerable<string>> IndicatorsAsync(Dataset dataset, string zoneSet, string? period, CancellationToken cancellation) =>
        (await dataset.ColumnsOfAsync(zoneSet, cancellation))
            .Where(column => column.Key.Breakdown.Length == 0 && (period is null || string.Equals(column.Key.Period.Code, period, StringComparison.Ordinal)))
            .Select(column => column.Key.Indicator)
            .Distinct(StringComparer.Ordinal);

    private static async Task<IEnumerable<Recipe>> RecipesAsync(Dataset dataset, string zoneSet, string? period, CancellationToken cancellation)
    {
        var there = (await IndicatorsAsync(dataset, zoneSet, period, cancellation)).ToHashSet(StringComparer.Ordinal);
        return Recipes.Defined.Where(recipe => recipe.Indicators.All(there.Contains));
    }

    private static LayerMeasure Indicator(ReadColumn column)
    {
        var (name, head) = (NameOf(column.Head.Key), column.Head);
        return new(
            new(name, head.Name, head.Unit, zone => column.CellOf(zone).Value.OrNull),
            new(name + "_status", Suffixed(head.Name, Status), zone => StatusNames.Of(column.Numbers.Status.Span[zone])),
            [],
            column,
            Index: null);
    }

    private static LayerMeasure Index(IndexRun run)
    {
        if (run.Recipe is not ProductRecipe product)
            return Scored(run, run.Compute((ThresholdCountRecipe)run.Recipe).Counts);
        var result = run.Compute(product);
        return Scored(run, result.Raw, Number(NameOf(product.Key) + "_relative", product.Label, "average = 1", result.Relative));
    }

    private static LayerMeasure Scored(IndexRun run, IReadOnlyList<Measured> scores, params NumberField[] more)
    {
        var (name, label) = (NameOf(run.Recipe.Key), run.Recipe.Label);
        return new(
            Number(name, label, "index", scores),
            new(name + "_status", Suffixed(Text(label), Status), zone => scores[zone].Reason is { } reason ? StatusNames.Of(reason.Code) : StatusNames.Value),
            [Number(name + "_rank", label, "rank", run.RankRule.Rank(scores)), .. more],
            Column: null,
            new(Definition(run.Recipe), run.RankRule, HigherIsBetter: false, run.Recipe is ProductRecipe, run.Columns));
    }

    private static LocalizedText Definition(Recipe recipe)
    {
        return new(Of(recipe.Reservation.Nb), Of(recipe.Reservation.Nn), Of(recipe.Reservation.En));

        string Of(string reservation) => FormattableString.Invariant($"{recipe.Key} v{recipe.Version}: {string.Join(", ", recipe.Indicators)}. {reservation}");
    }

    private static NumberField Number(string name, RecipeLabel label, string unit, IReadOnlyList<Measured> numbers) =>
        new(name, Text(label), unit, zone => numbers[zone].OrNull);

    /// <summary>The name of a field that belongs to another.</summary>
    public static LocalizedText Suffixed(LocalizedText text, LocalizedText suffix) =>
        new($"{text.Nb}: {suffix.Nb}", $"{text.Nn ?? text.Nb}: {suffix.Nn}", $"{text.En ?? text.Nb}: {suffix.En}");
}
