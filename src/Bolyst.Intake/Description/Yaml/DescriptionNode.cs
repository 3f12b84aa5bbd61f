namespace Bolyst.Intake.Description.Yaml;

/// <summary>A piece of YAML that remembers where it stood.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal abstract record DescriptionNode(int Line, int Column)
{
    /// <summary>The node's kind in the words of an error message.</summary>
    public abstract string Kind { get; }
}

internal sealed record ScalarNode(string Text, bool IsPlain, int Line, int Column) : DescriptionNode(Line, Column)
{
    public override string Kind => IsAbsent ? "nothing" : $"'{Text}'";

    /// <summary>
    /// A key with nothing after it, or <c>~</c>. The words null and NULL stay text: tables do contain them and filters must be able to name them.
    /// </summary>
    public bool IsAbsent => IsPlain && Text is "" or "~";
}

internal sealed record ListNode(IReadOnlyList<DescriptionNode> Items, int Line, int Column) : DescriptionNode(Line, Column)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, int Line, int Column) : DescriptionNode(Line, Column)
{
    public override string Kind => "a block of keys";
}

internal sealed record MapEntry(ScalarNode Key, DescriptionNode Value);
