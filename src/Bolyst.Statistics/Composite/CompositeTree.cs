namespace Bolyst.Statistics.Composite;

/// <summary>The groups of a definition in the order in which they are aggregated, each after its parts. Refuses what is not a tree.</summary>
internal sealed class CompositeTree
{
    public CompositeTree(CompositeDefinition definition)
    {
        var groups = definition.Groups.Count == 0 ? [new CompositeGroup(CompositeDefinition.SingleLevel)] : definition.Groups;
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            Require(nodes.TryAdd(group.Key, new(group)), group.Key, $"Group '{group.Key}' stands twice.");
        }

        var root = SingleRoot(groups);
        Require(definition.Indicators.Count > 0, "indicators", "The definition has no indicators; give at least one.");
        for (var i = 0; i < definition.Indicators.Count; i++)
        {
            var indicator = definition.Indicators[i];
            Require(
                !nodes.ContainsKey(indicator.Indicator) && definition.Indicators.Take(i).All(o => !string.Equals(o.Indicator, indicator.Indicator, StringComparison.Ordinal)),
                indicator.Indicator,
                $"'{indicator.Indicator}' stands twice among indicators and groups.");
            var parent = indicator.Group ?? (definition.Groups.Count == 0 ? root : null);
            Require(
                parent is not null && nodes.ContainsKey(parent),
                indicator.Indicator,
                $"Indicator '{indicator.Indicator}' belongs to group '{indicator.Group}', which is not defined.");
            nodes[parent!].Parts.Add(new(indicator.Indicator, RequireWeight(indicator.Weight, indicator.Indicator)));
        }

        foreach (var group in groups.Where(g => g.Parent is not null))
        {
            Require(
                nodes.TryGetValue(group.Parent!, out var parent),
                group.Key,
                $"Group '{group.Key}' belongs to group '{group.Parent}', which is not defined.");
            parent!.Parts.Add(new(group.Key, RequireWeight(group.Weight, group.Key)));
        }

        var ordered = new List<Node>();
        Visit(root, nodes, ordered, []);
        Require(ordered.Count == nodes.Count, "groups", "Some groups form a circle and never reach the index.");
        Groups = ordered;
    }

    /// <summary>Parts before wholes; the last is the index.</summary>
    public IReadOnlyList<Node> Groups { get; }

    public string Root => Groups[^1].Group.Key;

    private static string SingleRoot(IReadOnlyList<CompositeGroup> groups)
    {
        var roots = groups.Where(g => g.Parent is null).ToArray();
        Require(roots.Length == 1, "groups", $"Exactly one group has no parent and is the index; here {roots.Length} have none.");
        return roots[0].Key;
    }

    private static void Visit(string key, Dictionary<string, Node> nodes, List<Node> ordered, HashSet<string> open)
    {
        var node = nodes[key];
        Require(open.Add(key), key, $"Group '{key}' is a part of itself.");
        Require(node.Parts.Count > 0, key, $"Group '{key}' has neither indicators nor groups.");
        Require(node.Parts.Sum(p => p.Weight) > 0, key, $"The weights in group '{key}' sum to zero.");
        foreach (var part in node.Parts.Where(p => nodes.ContainsKey(p.Key)))
        {
            Visit(part.Key, nodes, ordered, open);
        }

        ordered.Add(node);
    }

    private static double RequireWeight(double weight, string key)
    {
        Require(double.IsFinite(weight) && weight >= 0, key, $"The weight of '{key}' is not a number of 0 or more.");
        return weight;
    }

    private static void Require(bool condition, string subject, string message)
    {
        if (!condition)
        {
            throw new DefinitionRefusedException("groups", subject, message);
        }
    }

    internal sealed record Node(CompositeGroup Group)
    {
        public List<Part> Parts { get; } = [];
    }

    internal sealed record Part(string Key, double Weight);
}
