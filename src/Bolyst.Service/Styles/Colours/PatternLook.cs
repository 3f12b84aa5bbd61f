namespace Bolyst.Service.Styles.Colours;

/// <summary>The two colours of every pattern.</summary>
internal static class PatternLook
{
    /// <summary>Behind the lines.</summary>
    public const string Ground = "#f5f5f5";

    /// <summary>The lines: against the ground at least 3 to 1, as WCAG 2.1 asks of graphics (1.4.11).</summary>
    public const string Ink = "#6e6e6e";

    /// <summary>Between zones.</summary>
    public const string Outline = "#595959";

    /// <summary>Its name in styles and answers.</summary>
    public static string NameOf(Pattern pattern) => pattern switch
    {
        Pattern.Dots => "dots",
        Pattern.Diagonal => "diagonal",
        Pattern.Cross => "cross",
        Pattern.Horizontal => "horizontal",
        Pattern.Vertical => "vertical",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };

    /// <summary>The directions of its lines, in degrees against the clock from level; none for dots.</summary>
    public static IReadOnlyList<int> AnglesOf(Pattern pattern) => pattern switch
    {
        Pattern.Dots => [],
        Pattern.Diagonal => [45],
        Pattern.Cross => [45, 135],
        Pattern.Horizontal => [0],
        Pattern.Vertical => [90],
        _ => throw new ArgumentOutOfRangeException(nameof(pattern), pattern, "Unknown pattern."),
    };
}
