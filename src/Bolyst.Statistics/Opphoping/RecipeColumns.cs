namespace Bolyst.Statistics.Opphoping;

/// <summary>The columns that a recipe reads, found by key and refused by name before anything is computed.</summary>
internal sealed class RecipeColumns
{
    private readonly Dictionary<string, IndicatorColumn> byKey;

    public RecipeColumns(IEnumerable<IndicatorColumn> columns)
    {
        byKey = columns.ToDictionary(c => c.Key, StringComparer.Ordinal);
        Zones = byKey.Count == 0 ? 0 : byKey.Values.First().Count;
        if (byKey.Values.FirstOrDefault(c => c.Count != Zones) is { } odd)
        {
            throw new ArgumentException($"Column '{odd.Key}' has {odd.Count} zones where others have {Zones}.", nameof(columns));
        }
    }

    public int Zones { get; }

    /// <summary>A column; null if it was not given.</summary>
    public IndicatorColumn? Find(string key) => byKey.GetValueOrDefault(key);

    /// <summary>A count: a denominator. Any polarity, for it is not scored.</summary>
    public IndicatorColumn Count(string key, string step) => Find(key)
        ?? throw new DefinitionRefusedException(step, key, $"The recipe needs indicator '{key}', which was not given.");

    /// <summary>An indicator that is scored: never context, never about immigrant background.</summary>
    public IndicatorColumn Scored(string key, string step)
    {
        var column = Count(key, step);
        if (column.Polarity == Polarity.ContextOnly)
        {
            throw new DefinitionRefusedException(
                step, key, $"Indicator '{key}' is context only and cannot enter a score. Show it beside the score instead.")
            {
                NotScorable = true,
            };
        }

        return column.Ethnicity
            ? throw new DefinitionRefusedException(
                step, key, $"Indicator '{key}' concerns immigrant background. Levekår are scored independently of it; show it as context instead.")
            {
                NotScorable = true,
            }
            : column;
    }

    public static void RequireDistinct(IEnumerable<string> keys, string step)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        foreach (var key in keys)
        {
            any = true;
            if (!seen.Add(key))
            {
                throw new DefinitionRefusedException(step, key, $"Indicator '{key}' stands twice in the recipe.");
            }
        }

        if (!any)
        {
            throw new DefinitionRefusedException(step, step, $"The recipe has no {step}; give at least one.");
        }
    }
}
