using System.Globalization;

namespace Bolyst.Intake.Description;

/// <summary>Where in a delivery description something stands.</summary>
/// <param name="File">The description's path as it was given.</param>
/// <param name="Line">1-based line; 0 where the description was built in code.</param>
/// <param name="Column">1-based column.</param>
/// <param name="KeyPath">The keys that lead there, such as <c>tables[0].zone.field</c>; empty for the whole file.</param>
public readonly record struct SourcePosition(string File, int Line, int Column, string KeyPath)
{
    /// <summary><c>file:line:column: key.path</c>, which editors and terminals turn into a link.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}") : File;
        return string.IsNullOrEmpty(KeyPath) ? place : $"{place}: {KeyPath}";
    }
}
