namespace Bolyst.Statistics;

/// <summary>A recipe or definition that must not be computed as it stands: the caller's to mend, never a fault of the data.</summary>
/// <param name="step">The step at fault: "factors", "normalise", "weights" ...</param>
/// <param name="subject">The key at fault: an indicator, a parameter.</param>
/// <param name="message">What is wrong and what to do, with the subject by name.</param>
public sealed class DefinitionRefusedException(string step, string subject, string message) : Exception(message)
{
    /// <summary>The step at fault.</summary>
    public string Step { get; } = step;

    /// <summary>The key at fault.</summary>
    public string Subject { get; } = subject;

    /// <summary>Whether <see cref="Subject"/> is an indicator that must not enter any score: context only, or about immigrant background.</summary>
    public bool NotScorable { get; init; }
}
