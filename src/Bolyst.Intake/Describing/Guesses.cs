using Bolyst.Store.Model;

namespace Bolyst.Intake.Describing;

/// <summary>What the columns of a file may mean.</summary>
internal static class Guesses
{
    private static readonly string[] PeriodNames = ["aar", "år", "year", "tid", "periode", "period", "dato", "date"];
    private static readonly string[] CodeNames = ["kommune_nr", "kommunenr", "kommunenummer", "grunnkrets", "krets", "bydel", "region", "sone", "zone", "geo", "lsoa", "code", "kode", "nr", "nummer", "id"];
    private static readonly string[] NameNames = ["navn", "namn", "name", "tittel", "title"];

    /// <summary>The column with the period: all its texts are periods, and its name says so before others.</summary>
    public static ColumnProfile? Period(IEnumerable<ColumnProfile> columns) => columns
        .Where(c => c.Filled > 0 && c.ArePeriods)
        .OrderBy(c => Place(c.Name, PeriodNames))
        .FirstOrDefault(c => Place(c.Name, PeriodNames) < PeriodNames.Length || c.Texts.Count < 60);

    /// <summary>The column with zone codes and the known zone set that holds most of them.</summary>
    public static CodeGuess? Code(IEnumerable<ColumnProfile> columns, IReadOnlyList<ZoneSetCodes> known)
    {
        var candidates = columns.Where(c => c.Filled > 0 && c.Longest <= 20).ToList();
        var matched = candidates
            .SelectMany(c => known.SelectMany(z => Pads(c, z).Select(pad => new CodeGuess(c, z.Key, pad, c.Texts.Count(t => z.Codes.Contains(t.PadLeft(pad, '0')))))))
            .Where(g => g.Matches * 2 >= g.Column.Texts.Count || g.Matches >= 20)
            .OrderByDescending(g => g.Matches).ThenBy(g => g.Pad)
            .FirstOrDefault();
        return matched ?? candidates
            .Where(c => Place(c.Name, CodeNames) < CodeNames.Length && c.Texts.Count > 1)
            .OrderByDescending(c => c.AreAllDifferent).ThenBy(c => Place(c.Name, CodeNames))
            .Select(c => new CodeGuess(c, null, PadOf(c), 0))
            .FirstOrDefault();
    }

    /// <summary>The column with zone names.</summary>
    public static ColumnProfile? Name(IEnumerable<ColumnProfile> columns, ColumnProfile? code) => columns
        .Where(c => c != code && c.Filled > 0 && !c.IsNumber && Place(c.Name, NameNames) < NameNames.Length)
        .OrderByDescending(c => c.Texts.Count)
        .FirstOrDefault();

    // Norwegian codes have 4, 6, 8 or 10 digits; a number that is one shorter lost its zero.
    private static int PadOf(ColumnProfile column) => column.AreDigits && column.Shortest + 1 == column.Longest && column.Longest % 2 == 0 ? column.Longest : 0;

    private static IEnumerable<int> Pads(ColumnProfile column, ZoneSetCodes zoneSet)
    {
        var length = zoneSet.Codes.Count == 0 ? 0 : zoneSet.Codes.Max(c => c.Length);
        return column.AreDigits && column.Shortest < length ? [0, length] : [0];
    }

    private static int Place(string name, string[] names)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        var place = Array.FindIndex(names, n => last.Contains(n, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? names.Length : place;
    }
}

/// <summary>A column that may hold zone codes.</summary>
/// <param name="Column">The column.</param>
/// <param name="ZoneSet">The known zone set that holds most of its texts; null where none does.</param>
/// <param name="Pad">The length to pad to; 0 for none.</param>
/// <param name="Matches">How many of its texts are codes of the zone set.</param>
internal sealed record CodeGuess(ColumnProfile Column, string? ZoneSet, int Pad, int Matches);
