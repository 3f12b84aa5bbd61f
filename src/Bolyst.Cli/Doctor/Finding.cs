namespace Bolyst.Cli.Doctor;

/// <summary>How bad a finding is.</summary>
internal enum Gravity
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing; nothing stops.</summary>
    Note,

    /// <summary>Bolyst cannot run so.</summary>
    Fault,
}

/// <summary>One thing looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Gravity">How bad it is.</param>
/// <param name="Text">What was found.</param>
/// <param name="Mend">What to do about it, a step a line; empty when there is nothing to do.</param>
internal sealed record Finding(string Subject, Gravity Gravity, string Text, params IReadOnlyList<string> Mend)
{
    /// <summary>The finding for a command that could not go on.</summary>
    public static Finding From(string subject, CommandException fault) => new(subject, Gravity.Fault, fault.Message, fault.WayOut);
}
