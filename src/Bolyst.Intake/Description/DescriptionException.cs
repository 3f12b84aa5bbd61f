namespace Bolyst.Intake.Description;

/// <summary>One thing that is wrong in a delivery description.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record DescriptionError(SourcePosition At, string Message)
{
    /// <summary><c>file:line:column: key.path: message</c>.</summary>
    public override string ToString() => $"{At}: {Message}";
}

/// <summary>A delivery description that cannot be used. Holds every error found, so that all can be mended in one go.</summary>
public sealed class DescriptionException(IReadOnlyList<DescriptionError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    public DescriptionException(SourcePosition at, string message)
        : this([new DescriptionError(at, message)])
    {
    }

    /// <summary>In the order in which they stand in the file.</summary>
    public IReadOnlyList<DescriptionError> Errors { get; } = errors;
}
