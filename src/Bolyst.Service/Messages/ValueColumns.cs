using Bolyst.Service.Reading;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Messages;

/// <summary>Columns of the contract: packed lists aligned with the codes of the answer.</summary>
internal static class ValueColumns
{
    public static V1.ValueColumn Write(ReadColumn read, Column column, IReadOnlyList<int> zones, double? level)
    {
        var message = new V1.ValueColumn { Selection = read.Selection, Unit = read.Head.Unit };
        Reserve(message, zones.Count);
        var rules = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var zone in zones)
        {
            var cell = read.CellOf(zone);
            message.Values.Add(cell.Value.OrNull ?? double.NaN);
            message.Statuses.Add(column.Status[zone].ToMessage());
            message.SourceDeliveries.Add(column.SourceDelivery[zone]);
            message.Numerators.Add(cell.HasCounts ? cell.Numerator : double.NaN);
            message.Denominators.Add(cell.HasCounts ? cell.Denominator : double.NaN);
            message.SuppressionRuleNumbers.Add(NumberOf(column.Rule[zone], rules));
            if (level is { } wanted)
            {
                var interval = cell.Wilson(wanted);
                message.Lower.Add(interval?.Lower ?? double.NaN);
                message.Upper.Add(interval?.Upper ?? double.NaN);
            }
        }

        message.SuppressionRules.AddRange(rules.OrderBy(rule => rule.Value).Select(rule => rule.Key));
        LeaveOutEmpty(message, rules.Count > 0);
        return message;
    }

    private static void Reserve(V1.ValueColumn message, int count)
    {
        message.Values.Capacity = count;
        message.Statuses.Capacity = count;
        message.SourceDeliveries.Capacity = count;
        message.Numerators.Capacity = count;
        message.Denominators.Capacity = count;
    }

    private static uint NumberOf(string? rule, Dictionary<string, uint> rules)
    {
        if (rule is null)
        {
            return 0;
        }

        if (!rules.TryGetValue(rule, out var number))
        {
            rules[rule] = number = (uint)rules.Count + 1;
        }

        return number;
    }

    /// <summary>A list that says nothing is not sent.</summary>
    private static void LeaveOutEmpty(V1.ValueColumn message, bool anyRule)
    {
        if (message.Numerators.All(double.IsNaN))
        {
            message.Numerators.Clear();
            message.Denominators.Clear();
        }

        if (message.Lower.All(double.IsNaN))
        {
            message.Lower.Clear();
            message.Upper.Clear();
        }

        if (!anyRule)
        {
            message.SuppressionRuleNumbers.Clear();
        }
    }
}
