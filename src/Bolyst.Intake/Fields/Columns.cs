using System.Text.RegularExpressions;

namespace Bolyst.Intake.Fields;

internal static class Columns
{
    /// <summary>A pattern comes from a description, that is from outside: one that would run for ever on a text is stopped.</summary>
    private static readonly TimeSpan PatternTimeLimit = TimeSpan.FromSeconds(1);

    public static int IndexOf(IReadOnlyList<string> columns, string field)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (string.Equals(columns[i], field, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new FieldNotFoundException(field, columns);
    }

    public static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.CultureInvariant, PatternTimeLimit);
}
