using Bolyst.Service.Indexes;
using Bolyst.Statistics;
using Bolyst.Statistics.Comparison;
using Bolyst.Statistics.Composite;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>A composite index by a definition in the request, as a measure of a layer.</summary>
internal static class CompositeMeasure
{
    /// <summary>Name of its field of scores; those with the reasons, ranks and deciles begin with it.</summary>
    public const string Name = "composite";

    private const int Deciles = 10;

    private static readonly LocalizedText Own = new("Egen veiing (ikke offisiell)", "Eiga veging (ikkje offisiell)", "Own weighing (not official)");
    private static readonly LocalizedText Decile = new("tidel, 1 er høyest skår", "tidel, 1 er høgast skår", "tenth, 1 is the highest scores");

    /// <summary>Computes it. A zone that the computation leaves out has the status of what makes no sense there.</summary>
    /// <param name="run">The definition with its data.</param>
    /// <param name="all">All zones of the layer.</param>
    public static LayerMeasure Of(CompositeRun run, ZoneAxis all)
    {
        var result = CompositeIndex.Compute(run.Definition, run.Data);
        var rule = RankRule.Read(null);
        var (scores, ranks) = (result.Scores, result.Rank(rule.Direction, rule.Ties));
        var deciles = result.Classes(Deciles, rule.Direction, rule.Ties, QuantileRule.Ceiling);
        int[] places = [.. all.Codes.Select(run.Axis.OrdinalOf)];
        var label = run.Definition.Label;
        var title = label.Nb.Length > 0 ? LayerReader.Text(label) : Own;
        return new(
            Number(Name, title, "index", scores),
            new(Name + "_status", LayerReader.Suffixed(title, LayerReader.Status), zone => StatusOf(places[zone])),
            [Number(Name + "_rank", title, "rank", ranks), Number(Name + "_decile", LayerReader.Suffixed(title, Decile), "rank", deciles)],
            Column: null,
            new(Definition(run), rule, run.Definition.HighMeans == ScoreMeaning.Better, HasAverage: false, run.Columns));

        NumberField Number(string name, LocalizedText field, string unit, IReadOnlyList<Measured> numbers) =>
            new(name, field, unit, zone => places[zone] < 0 ? null : numbers[places[zone]].OrNull);

        string StatusOf(int place) => place < 0 ? StatusNames.Of(ObservationStatus.NotApplicable)
            : scores[place].Reason is { } reason ? StatusNames.Of(reason.Code)
            : StatusNames.Value;
    }

    /// <summary>The definition itself: whoever reads it can make the index again.</summary>
    private static LocalizedText Definition(CompositeRun run)
    {
        return new(Of(Own.Nb), Of(Own.Nn!), Of(Own.En!));

        string Of(string own) => $"{own}: {run.Query.Composite}";
    }
}
