namespace Bolyst.Intake.Description.Binding;

/// <summary>"Did you mean": the known word that is fewest edits away.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with a leading space, or the list of what is known where nothing is near.</summary>
    public static string For(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        var nearest = words.Select(w => (Word: w, Edits: Edits(word.ToLowerInvariant(), w.ToLowerInvariant())))
            .OrderBy(w => w.Edits).ThenBy(w => w.Word, StringComparer.Ordinal).FirstOrDefault();
        return nearest.Word is not null && nearest.Edits <= Math.Min(4, (word.Length + 1) / 2)
            ? $" Did you mean '{nearest.Word}'?"
            : $" Known here: {string.Join(", ", words)}.";
    }

    // Levenshtein's distance; words longer than 64 characters are no misspelling of a key.
    private static int Edits(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
