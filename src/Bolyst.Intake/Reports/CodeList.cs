using System.Text.Json.Serialization;

namespace Bolyst.Intake.Reports;

/// <summary>Codes in a report: the number of all, and the first of them by name, so that a report of a large delivery stays readable.</summary>
public sealed class CodeList
{
    /// <summary>How many codes are named.</summary>
    public const int Shown = 100;

    /// <summary>How many different codes are counted. Past this a list is no list of zones, and is not worth the memory.</summary>
    public const int Counted = 1_000_000;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The number of different codes, up to <see cref="Counted"/>.</summary>
    [JsonPropertyOrder(0)]
    public int Total => seen.Count;

    /// <summary>The first codes, in the order in which they came, at most <see cref="Shown"/>.</summary>
    [JsonPropertyOrder(1)]
    public List<string> Codes { get; } = [];

    /// <summary>Adds a code; a code added before counts once.</summary>
    public void Add(string code)
    {
        if (seen.Count < Counted && seen.Add(code) && Codes.Count < Shown)
        {
            Codes.Add(code);
        }
    }

    /// <summary>The codes in words: <c>3 (0301, 0302, 0303)</c>.</summary>
    public override string ToString() => Total switch
    {
        0 => "0",
        _ when Total > Codes.Count => $"{Total} ({string.Join(", ", Codes)}, …)",
        _ => $"{Total} ({string.Join(", ", Codes)})",
    };
}
