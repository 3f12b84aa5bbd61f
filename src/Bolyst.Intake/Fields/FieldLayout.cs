using Bolyst.Intake.Description;
using Bolyst.Intake.Description.Binding;

namespace Bolyst.Intake.Fields;

/// <summary>The names of the fields that every row of a table, or every feature of a layer, has.</summary>
public sealed class FieldLayout
{
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    /// <param name="source">The file's name, for error messages.</param>
    /// <param name="names">The fields in their order. A second field of a name cannot be told apart and is refused when it is asked for.</param>
    public FieldLayout(string source, IReadOnlyList<string> names)
    {
        Source = source;
        Names = names;
        for (var i = 0; i < names.Count; i++)
        {
            if (!ordinals.TryAdd(names[i], i))
            {
                ordinals[names[i]] = -1;
            }
        }
    }

    /// <summary>The file's name.</summary>
    public string Source { get; }

    /// <summary>The fields in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The place of a field that a description names.</summary>
    /// <exception cref="DescriptionException">The file has no such field, or two of them.</exception>
    public int Require(string field, SourcePosition at)
    {
        if (!ordinals.TryGetValue(field, out var ordinal))
        {
            throw new DescriptionException(at, $"{Source} has no field '{field}'.{Suggestion.For(field, Names)}");
        }

        return ordinal >= 0 ? ordinal : throw new DescriptionException(at, $"{Source} has two fields called '{field}'. Name the columns apart with columns: and skipLines: 1.");
    }

    /// <summary>Whether there is such a field.</summary>
    public bool Contains(string field) => ordinals.ContainsKey(field);
}
