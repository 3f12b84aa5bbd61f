using System.Text.RegularExpressions;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Fields;

/// <summary>A condition bound to the layout of the rows it tests.</summary>
public sealed class RowFilter
{
    private readonly FilterDescription description;
    private readonly int ordinal;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? allowed;
    private readonly Regex? matches;

    /// <exception cref="DescriptionException">The layout lacks the field.</exception>
    public RowFilter(FilterDescription description, FieldLayout layout)
    {
        this.description = description;
        ordinal = layout.Require(description.Field, description.At);
        allowed = description.In is { } texts ? new HashSet<string>(texts, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>() : null;
        matches = description.Matches is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, FieldDescription.PatternTimeout) : null;
    }

    /// <summary>Binds several conditions.</summary>
    public static RowFilter[] Bind(IReadOnlyList<FilterDescription> descriptions, FieldLayout layout) =>
        [.. descriptions.Select(d => new RowFilter(d, layout))];

    /// <summary>Whether a row passes all conditions.</summary>
    public static bool All(ReadOnlySpan<RowFilter> filters, IFieldRow row)
    {
        foreach (var filter in filters)
        {
            if (!filter.Passes(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a row passes any condition.</summary>
    public static bool Any(ReadOnlySpan<RowFilter> filters, IFieldRow row)
    {
        foreach (var filter in filters)
        {
            if (filter.Passes(row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a row passes.</summary>
    /// <exception cref="DescriptionException">The pattern takes too long.</exception>
    public bool Passes(IFieldRow row)
    {
        var text = row[ordinal].Trim();
        var holds = (description.EqualTo is null || text.SequenceEqual(description.EqualTo))
            && (allowed is not { } set || set.Contains(text))
            && (description.StartsWith is null || text.StartsWith(description.StartsWith, StringComparison.Ordinal))
            && (matches is null || Matches(text));
        return holds != description.Not;
    }

    private bool Matches(ReadOnlySpan<char> text)
    {
        try
        {
            return matches!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new DescriptionException(description.At, $"The pattern '{description.Matches}' takes more than {FieldDescription.PatternTimeout.TotalMilliseconds:0} ms on one text of {text.Length} characters. Write one without nested repetition.");
        }
    }
}
