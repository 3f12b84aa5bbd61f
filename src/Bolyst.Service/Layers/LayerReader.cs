using System.Text;
using Bolyst.Service.Faults;
using Bolyst.Service.Indexes;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Statistics;
using Bolyst.Statistics.Opphoping;
using Bolyst.Store.Model;
using IndexRun = Bolyst.Service.Indexes.IndexRun;

namespace Bolyst.Service.Layers;

/// <summary>Reads layers: indicators from the cube, indexes from Statistics.</summary>
internal sealed class LayerReader(Datasets datasets, ServiceLimits limits)
{
    private static readonly LocalizedText Status = new("status", "status", "status");

    /// <summary>Reads a layer.</summary>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="query">Which fields.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<Layer> ReadAsync(string zoneSet, LayerQuery query, CancellationToken cancellation)
    {
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var axis = await dataset.AxisAsync(zoneSet, cancellation);
        var fields = new List<LayerField>();
        foreach (var key in query.Indicators ?? await IndicatorsAsync(dataset, zoneSet, query.Period, cancellation))
        {
            fields.AddRange(Fields(await dataset.ColumnAsync(zoneSet, new() { Indicator = key, Period = query.Period ?? "" }, cancellation)));
            if (fields.Count > 2 * limits.MaxColumns)
                throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "indicators", $"are more than {limits.MaxColumns}. Name those you want.");
        }

        foreach (var recipe in query.Indexes?.Select(Recipes.Find) ?? await RecipesAsync(dataset, zoneSet, query.Period, cancellation))
        {
            var request = new V1.IndexQuery { ZoneSet = zoneSet, Period = query.Period ?? "", Definition = recipe.Key, AsOf = query.AsOf };
            fields.AddRange(Fields(recipe, await IndexRun.OpenAsync(datasets, request, cancellation)));
        }

        return new(dataset, dataset.ZoneSet(zoneSet), axis, fields);
    }

    private static async Task<IEnumerable<string>> IndicatorsAsync(Dataset dataset, string zoneSet, string? period, CancellationToken cancellation) =>
        (await dataset.ColumnsOfAsync(zoneSet, cancellation))
            .Where(column => column.Key.Breakdown.Length == 0 && (period is null || string.Equals(column.Key.Period.Code, period, StringComparison.Ordinal)))
            .Select(column => column.Key.Indicator)
            .Distinct(StringComparer.Ordinal);

    private static async Task<IEnumerable<Recipe>> RecipesAsync(Dataset dataset, string zoneSet, string? period, CancellationToken cancellation)
    {
        var there = (await IndicatorsAsync(dataset, zoneSet, period, cancellation)).ToHashSet(StringComparer.Ordinal);
        return Recipes.Defined.Where(recipe => recipe.Indicators.Append(recipe.WeightIndicator).All(there.Contains));
    }

    private static IEnumerable<LayerField> Fields(ReadColumn column)
    {
        var (name, head) = (NameOf(column.Head.Key), column.Head);
        return
        [
            new NumberField(name, head.Name, head.Unit, zone => column.CellOf(zone).Value.OrNull),
            new TextField(name + "_status", Suffixed(head.Name, Status), zone => Words(column.Numbers.Status.Span[zone].ToString())),
        ];
    }

    private static IEnumerable<LayerField> Fields(Recipe recipe, IndexRun run)
    {
        var name = NameOf(recipe.Key);
        if (recipe is not ProductRecipe product)
            return Scored(name, recipe.Label, run.Compute((ThresholdCountRecipe)recipe).Counts, run);
        var result = run.Compute(product);
        return [.. Scored(name, recipe.Label, result.Raw, run), Number(name + "_relative", recipe.Label, "average = 1", result.Relative)];
    }

    private static IEnumerable<LayerField> Scored(string name, RecipeLabel label, IReadOnlyList<Measured> scores, IndexRun run) =>
    [
        Number(name, label, "index", scores),
        new TextField(name + "_status", Suffixed(Text(label), Status), zone => scores[zone].Reason is { } reason ? Words(reason.Code.ToString()) : "value"),
        Number(name + "_rank", label, "rank", run.RankRule.Rank(scores)),
    ];

    private static NumberField Number(string name, RecipeLabel label, string unit, IReadOnlyList<Measured> numbers) =>
        new(name, Text(label), unit, zone => numbers[zone].OrNull);

    private static LocalizedText Text(RecipeLabel label) => new(label.Nb, label.Nn, label.En);

    private static LocalizedText Suffixed(LocalizedText text, LocalizedText suffix) =>
        new($"{text.Nb}: {suffix.Nb}", $"{text.Nn ?? text.Nb}: {suffix.Nn}", $"{text.En ?? text.Nb}: {suffix.En}");

    /// <summary>Hyphens would have to be quoted in every filter and expression.</summary>
    private static string NameOf(string key) => key.Replace('-', '_');

    /// <summary>A name of an enum as words: <c>NotDelivered</c> is <c>not_delivered</c>.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append('_');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
