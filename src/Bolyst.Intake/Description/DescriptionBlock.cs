namespace Bolyst.Intake.Description;

/// <summary>
/// A block of keys in a delivery description. Every key is an init property in camel case; a <c>required</c> property is a required key;
/// its doc comment is what the guide and the JSON Schema say about the key.
/// </summary>
public abstract record DescriptionBlock
{
    /// <summary>Where the block stands, so that a fault found later, in the data, can name the lines of the description that led there.</summary>
    [NotAKey]
    public SourcePosition At { get; init; } = new("(built in code)", 0, 0, "");

    /// <summary>What is wrong with the block as a whole: keys that exclude each other, numbers out of range. Each fault names its key, or none.</summary>
    protected internal virtual IEnumerable<BlockFault> Check() => [];
}

/// <summary>A fault inside one block.</summary>
/// <param name="Key">The key at fault, or null for the whole block.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public readonly record struct BlockFault(string? Key, string Message);
