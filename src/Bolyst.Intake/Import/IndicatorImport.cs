using Bolyst.Intake.Description;
using Bolyst.Intake.Description.Binding;
using Bolyst.Intake.Observations;
using Bolyst.Store;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>Adds the delivery's indicators and finds those that its tables take from the store.</summary>
internal sealed class IndicatorImport(BolystStore store, ImportSession session, DeliveryDescription description)
{
    private readonly Dictionary<string, DeliveryIndicator> indicators = new(StringComparer.Ordinal);

    /// <summary>The indicators by key.</summary>
    public IReadOnlyDictionary<string, DeliveryIndicator> Indicators => indicators;

    /// <exception cref="DescriptionException">A table's numbers do not fit its indicator, or there is no such indicator.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var uses = description.Tables.SelectMany(t => t.Values).ToLookup(v => v.Indicator, StringComparer.Ordinal);
        foreach (var indicator in description.Indicators)
        {
            var form = FormOf(uses[indicator.Key]) ?? (await StoredAsync(indicator.Key, ct))?.Form
                ?? throw new DescriptionException(indicator.At, $"No table delivers indicator '{indicator.Key}', and it is not in the store. Name it in the values of a table, or leave it out.");
            var head = Head(indicator, form);
            Use(await session.AddIndicatorAsync(head, ct), head, indicator.MayExceedWhole);
        }

        foreach (var use in uses.Where(u => !indicators.ContainsKey(u.Key)))
        {
            await UseStoredAsync(use.Key, use.First().At, FormOf(use), ct);
        }

        foreach (var sum in description.Aggregate.Where(a => !indicators.ContainsKey(a.Indicator)))
        {
            await UseStoredAsync(sum.Indicator, sum.At, null, ct);
        }
    }

    private static MeasureForm? FormOf(IEnumerable<ValueDescription> uses)
    {
        MeasureForm? form = null;
        foreach (var use in uses)
        {
            var found = use.Form;
            form ??= found;
            if (form != found)
            {
                throw new DescriptionException(use.At, $"Indicator '{use.Indicator}' is a {form} in one place and a {found} here. Deliver it in one form, or under two keys.");
            }
        }

        return form;
    }

    private async Task UseStoredAsync(string key, SourcePosition at, MeasureForm? form, CancellationToken ct)
    {
        var stored = await StoredAsync(key, ct)
            ?? throw new DescriptionException(at, $"There is no indicator '{key}', neither in this description nor in the store.{Suggestion.For(key, description.Indicators.Select(i => i.Key))}");
        if (form is { } delivered && delivered != stored.Form)
        {
            throw new DescriptionException(at, $"Indicator '{key}' is a {stored.Form} in the store and a {delivered} here. Describe it anew under indicators, or deliver it in the same form.");
        }

        var id = await session.FindIndicatorAsync(key, ct);
        Use(id!.Value, stored, mayExceedWhole: false);
    }

    private async Task<IndicatorHead?> StoredAsync(string key, CancellationToken ct) => (await store.Catalogue.FindIndicatorAsync(key, cancellation: ct))?.Head;

    private void Use(int id, IndicatorHead head, bool mayExceedWhole)
    {
        var isShare = head.Form is MeasureForm.Rate or MeasureForm.BareRate && head.Unit.StartsWith("per", StringComparison.Ordinal) && !mayExceedWhole;
        indicators.Add(head.Key, new DeliveryIndicator(indicators.Count, id, head.Key, head.Form, head.Scale, isShare));
    }

    private static IndicatorHead Head(IndicatorDescription indicator, MeasureForm form) => new(
        indicator.Key,
        indicator.Name.ToModel(),
        indicator.Theme,
        indicator.Definition.ToModel(),
        indicator.Numerator,
        indicator.Denominator,
        indicator.AgeBand,
        Word(indicator.Unit),
        indicator.EffectiveScale,
        indicator.Polarity,
        Word(indicator.Kind),
        indicator.SourceTable,
        indicator.Ethnicity,
        form);

    private static string Word<T>(T choice)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
