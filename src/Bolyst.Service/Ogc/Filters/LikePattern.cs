using System.Text;
using System.Text.RegularExpressions;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>A pattern of LIKE. It is run by an engine that never goes back, so that no pattern takes long.</summary>
internal sealed class LikePattern
{
    private readonly Regex regex;

    public LikePattern(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var at = 0; at < pattern.Length; at++)
        {
            expression.Append(pattern[at] switch
            {
                '%' => ".*",
                '_' => ".",
                '\\' when at + 1 < pattern.Length => Regex.Escape(pattern[++at].ToString()),
                var letter => Regex.Escape(letter.ToString()),
            });
        }

        regex = new(expression.Append("\\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>True when the whole text follows the pattern.</summary>
    public bool Matches(string text) => regex.IsMatch(text);
}
