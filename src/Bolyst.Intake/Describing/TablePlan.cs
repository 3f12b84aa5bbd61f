using Bolyst.Intake.Description;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Describing;

/// <summary>What the columns of a table may mean, taken together.</summary>
internal sealed class TablePlan
{
    private const int MostCategories = 60;
    private const int MostMarks = 8;

    public TablePlan(FileProfile file, IReadOnlyList<ZoneSetCodes> known)
    {
        File = file;
        var values = file.Format == TableFormat.Jsonstat ? file.Columns.Where(c => c.Name == "value") : file.Columns;
        Period = Guesses.Period(file.Columns);
        Code = Guesses.Code(file.Columns.Where(c => c != Period), known);
        Numbers = [.. values.Where(c => c != Period && c != Code?.Column && c.IsNumber && !LooksLikeCode(c))];
        Categories = [.. file.Columns.Where(c => c != Period && c != Code?.Column && !Numbers.Contains(c) && c.Texts.Count is > 1 and <= MostCategories && !c.Name.EndsWith(".label", StringComparison.Ordinal))];
        Marks = [.. Numbers.SelectMany(n => n.NotNumbers).Distinct(StringComparer.Ordinal).Take(MostMarks)];
        HasCommas = Numbers.Any(n => n.CommaNumbers > 0);
    }

    public FileProfile File { get; }

    public ColumnProfile? Period { get; }

    public CodeGuess? Code { get; }

    public IReadOnlyList<ColumnProfile> Numbers { get; }

    /// <summary>Columns with few different texts: dimensions, or kinds of numbers.</summary>
    public IReadOnlyList<ColumnProfile> Categories { get; }

    /// <summary>Texts among the numbers that are no standard marks.</summary>
    public IReadOnlyList<string> Marks { get; }

    public bool HasCommas { get; }

    // Digits of one length with leading zeros, or few different ones, are codes of something.
    private static bool LooksLikeCode(ColumnProfile column) =>
        column.AreDigits && column.Texts.Any(t => t.Length > 1 && t[0] == '0') || column.Name.EndsWith("_nr", StringComparison.OrdinalIgnoreCase);
}
