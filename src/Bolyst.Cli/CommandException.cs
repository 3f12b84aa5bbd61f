namespace Bolyst.Cli;

/// <summary>A command cannot go on, for a reason its user can mend. Printed without a stack trace; the command exits with 1.</summary>
/// <param name="what">What happened and where.</param>
/// <param name="wayOut">What to do about it, one step a line.</param>
public sealed class CommandException(string what, params IReadOnlyList<string> wayOut) : Exception(what)
{
    public IReadOnlyList<string> WayOut { get; } = wayOut;
}
