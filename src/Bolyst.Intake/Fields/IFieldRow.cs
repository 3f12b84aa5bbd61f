namespace Bolyst.Intake.Fields;

/// <summary>One row of a table or one feature of a layer. Valid only until the next one is read.</summary>
public interface IFieldRow
{
    /// <summary>The text of a field by its place in the layout; empty where the field is absent or null.</summary>
    ReadOnlySpan<char> this[int ordinal] { get; }
}

/// <summary>A row whose fields are held as texts.</summary>
/// <param name="values">In the order of the layout; null is an absent field.</param>
public sealed class TextRow(IReadOnlyList<string?> values) : IFieldRow
{
    /// <inheritdoc/>
    public ReadOnlySpan<char> this[int ordinal] => values[ordinal];
}
