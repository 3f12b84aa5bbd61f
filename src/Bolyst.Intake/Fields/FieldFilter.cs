using System.Text.RegularExpressions;

namespace Bolyst.Intake.Fields;

/// <summary>Which rows of a file count: those whose field meets every condition that is set. Comparison is by exact text.</summary>
public sealed record FieldFilter
{
    /// <summary>The field looked at.</summary>
    public required string Field { get; init; }

    /// <summary>The field's text is one of these. Default: any text.</summary>
    public IReadOnlyList<string>? AnyOf { get; init; }

    /// <summary>The field's text begins so. Default: any text.</summary>
    public string? StartsWith { get; init; }

    /// <summary>A .NET regular expression that the field's text matches somewhere. Default: any text.</summary>
    public string? Pattern { get; init; }

    /// <summary>True turns the filter round: rows that meet the conditions are left out.</summary>
    public bool Not { get; init; }

    /// <summary>Finds the field among a file's columns.</summary>
    /// <exception cref="FieldNotFoundException">The field is not among the columns.</exception>
    public BoundFieldFilter Bind(IReadOnlyList<string> columns) =>
        new(this, Columns.IndexOf(columns, Field), Pattern is null ? null : Columns.Compile(Pattern));
}

/// <summary>A <see cref="FieldFilter"/> whose field has been found among a file's columns.</summary>
public sealed class BoundFieldFilter
{
    private readonly FieldFilter filter;
    private readonly int column;
    private readonly Regex? pattern;
    private readonly HashSet<string>? anyOf;

    internal BoundFieldFilter(FieldFilter filter, int column, Regex? pattern)
    {
        this.filter = filter;
        this.column = column;
        this.pattern = pattern;
        anyOf = filter.AnyOf?.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>True when the row counts. An absent text is read as an empty one.</summary>
    public bool Keeps(IReadOnlyList<string?> row)
    {
        var text = row[column]?.Trim() ?? "";
        var met = (anyOf is null || anyOf.Contains(text))
            && (filter.StartsWith is null || text.StartsWith(filter.StartsWith, StringComparison.Ordinal))
            && (pattern is null || pattern.IsMatch(text));
        return met != filter.Not;
    }
}
