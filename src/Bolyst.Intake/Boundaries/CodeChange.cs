namespace Bolyst.Intake.Boundaries;

/// <summary>One entry of the block <c>codeChanges</c>: in the files of this delivery <paramref name="From"/> means <paramref name="To"/> (1901 is 1903 here).</summary>
public sealed record CodeChange(string From, string To);

/// <summary>The code changes of one zone set, ready for use.</summary>
public sealed class CodeChanges
{
    private readonly Dictionary<string, string> changes = new(StringComparer.Ordinal);

    /// <summary>No change at all.</summary>
    public static CodeChanges None { get; } = new([]);

    /// <exception cref="ArgumentException">A code changes into two codes, or into one that changes again: the outcome would hang on the order.</exception>
    public CodeChanges(IEnumerable<CodeChange> entries)
    {
        foreach (var (from, to) in entries)
        {
            if (changes.TryGetValue(from, out var other) && !string.Equals(other, to, StringComparison.Ordinal))
            {
                throw new ArgumentException($"codeChanges says that {from} is both {other} and {to}. Keep one.", nameof(entries));
            }

            changes[from] = to;
        }

        if (changes.FirstOrDefault(change => changes.ContainsKey(change.Value)) is { Key: { } first, Value: { } second })
        {
            throw new ArgumentException($"codeChanges says that {first} is {second}, and that {second} is {changes[second]}. Say what {first} is in the end.", nameof(entries));
        }
    }

    /// <summary>The code that counts here.</summary>
    public string Apply(string code) => changes.GetValueOrDefault(code, code);
}
