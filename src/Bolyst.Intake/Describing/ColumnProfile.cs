using Bolyst.Intake.Description;
using Bolyst.Intake.Observations;
using Bolyst.Statistics;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Describing;

/// <summary>What stands in a column, as far as it was looked at.</summary>
internal sealed class ColumnProfile(string name)
{
    private const int MostTexts = 5_000;

    private static readonly Markers Standard = new(new Dictionary<string, ObservationStatus>(StringComparer.Ordinal));
    private static readonly NumberReader Points = new(DecimalMark.Point, ThousandsMark.None, Standard);
    private static readonly NumberReader Commas = new(DecimalMark.Comma, ThousandsMark.Space, Standard);

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> notNumbers = new(StringComparer.Ordinal);
    private bool areWhole = true;

    public string Name { get; } = name;

    /// <summary>The different texts, the first of them.</summary>
    public IReadOnlyCollection<string> Texts => texts;

    /// <summary>Texts that are neither numbers nor standard marks.</summary>
    public IReadOnlyCollection<string> NotNumbers => notNumbers;

    public long Filled { get; private set; }

    public long Numbers { get; private set; }

    /// <summary>Numbers that can only be read with a decimal comma or spaces between thousands.</summary>
    public long CommaNumbers { get; private set; }

    public bool ArePeriods { get; private set; } = true;

    /// <summary>Whether all numbers are whole.</summary>
    public bool AreWhole => areWhole;

    public int Shortest { get; private set; } = int.MaxValue;

    public int Longest { get; private set; }

    public bool AreDigits { get; private set; } = true;

    /// <summary>Whether every row has a text of its own.</summary>
    public bool AreAllDifferent => texts.Count == Filled && Filled > 0;

    public bool IsNumber => Numbers > 0 && Numbers * 10 >= (Filled - notNumbers.Count) * 6;

    public void Add(ReadOnlySpan<char> field)
    {
        var text = field.Trim();
        if (text.IsEmpty)
        {
            return;
        }

        Filled++;
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (texts.Count < MostTexts)
        {
            lookup.Add(text);
        }

        Shortest = Math.Min(Shortest, text.Length);
        Longest = Math.Max(Longest, text.Length);
        AreDigits &= !text.ContainsAnyExceptInRange('0', '9');
        ArePeriods = ArePeriods && Period.TryParse(text.ToString(), out var period) && period.Start.Year is > 1900 and < 2100;
        AddNumber(text);
    }

    private void AddNumber(ReadOnlySpan<char> text)
    {
        var isPoint = Points.TryRead(text, out var part, out _);
        if (!isPoint && Commas.TryRead(text, out part, out _))
        {
            CommaNumbers++;
        }
        else if (!isPoint && notNumbers.Count < MostTexts)
        {
            notNumbers.Add(text.ToString());
        }

        if (part.HasNumber)
        {
            Numbers++;
            areWhole &= double.IsInteger(part.Number);
        }
    }
}
