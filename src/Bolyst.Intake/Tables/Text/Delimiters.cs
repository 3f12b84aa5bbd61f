namespace Bolyst.Intake.Tables.Text;

/// <summary>Finds the delimiter of a text table.</summary>
internal static class Delimiters
{
    private const int LinesToLookAt = 50;

    /// <summary>The candidate that splits most of the first lines into the same number of fields, more fields before fewer; comma where none splits.</summary>
    public static char Detect(ReadOnlySpan<char> head, char? quote, int skipLines, bool isWhole)
    {
        var best = (Delimiter: ',', Alike: 0, Fields: 1);
        foreach (var candidate in ";\t|,")
        {
            var counts = Counts(head, candidate, quote, isWhole).Skip(skipLines).Take(LinesToLookAt).Where(c => c > 0).ToList();
            if (counts.Count == 0)
            {
                continue;
            }

            var common = counts.GroupBy(c => c).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();
            var found = (candidate, Alike: common.Count(), Fields: common.Key + 1);
            if (found.Alike > best.Alike || found.Alike == best.Alike && found.Fields > best.Fields)
            {
                best = found;
            }
        }

        return best.Delimiter;
    }

    // How often the delimiter stands in each line, outside quotes. The last line may be cut and does not count unless the head is the whole file.
    private static List<int> Counts(ReadOnlySpan<char> head, char delimiter, char? quote, bool isWhole)
    {
        var counts = new List<int>();
        var count = 0;
        var quoted = false;
        foreach (var c in head)
        {
            if (c == quote)
            {
                quoted = !quoted;
            }
            else if (!quoted && c == delimiter)
            {
                count++;
            }
            else if (!quoted && c is '\n' or '\r')
            {
                counts.Add(count);
                count = 0;
            }
        }

        if (isWhole)
        {
            counts.Add(count);
        }

        return counts;
    }
}
