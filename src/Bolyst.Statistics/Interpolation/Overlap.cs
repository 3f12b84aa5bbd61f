namespace Bolyst.Statistics.Interpolation;

/// <summary>How much of each source zone lies in each target zone: a sparse table, for whoever holds the geometry to fill.</summary>
public sealed class Overlap
{
    /// <param name="sources">The number of source zones.</param>
    /// <param name="targets">The number of target zones.</param>
    /// <param name="pieces">Every piece where a source meets a target; pieces of the same pair are added.</param>
    /// <exception cref="ArgumentException">A piece names a zone that is not there, or its measure is not a number of 0 or more.</exception>
    public Overlap(int sources, int targets, IReadOnlyList<OverlapPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece.Source < 0 || piece.Source >= sources || piece.Target < 0 || piece.Target >= targets
                || !(piece.Measure >= 0 && double.IsFinite(piece.Measure)))
            {
                throw new ArgumentException($"Not a piece of {sources} sources and {targets} targets: {piece}.", nameof(pieces));
            }
        }

        (Sources, Targets) = (sources, targets);
        Pieces = [.. pieces.Where(p => p.Measure > 0)
            .GroupBy(p => (p.Target, p.Source))
            .OrderBy(g => g.Key)
            .Select(g => new OverlapPiece(g.Key.Source, g.Key.Target, g.Sum(p => p.Measure)))];
    }

    /// <summary>The number of source zones.</summary>
    public int Sources { get; }

    /// <summary>The number of target zones.</summary>
    public int Targets { get; }

    /// <summary>The pieces, ordered by target and source, one for each pair.</summary>
    public IReadOnlyList<OverlapPiece> Pieces { get; }

    /// <summary>
    /// The overlap by where people live instead of by land: each cell (building, 100 m square) lies in one source and one target and
    /// carries its population. Cells without people carry nothing, so lakes and woods take no part.
    /// </summary>
    /// <param name="sources">The number of source zones.</param>
    /// <param name="targets">The number of target zones.</param>
    /// <param name="sourceOf">By cell, its source; -1 for none.</param>
    /// <param name="targetOf">By cell, its target; -1 for none.</param>
    /// <param name="population">By cell, its population, 0 or more.</param>
    public static Overlap FromCells(
        int sources, int targets, ReadOnlySpan<int> sourceOf, ReadOnlySpan<int> targetOf, ReadOnlySpan<double> population)
    {
        if (sourceOf.Length != targetOf.Length || sourceOf.Length != population.Length)
        {
            throw new ArgumentException("Every cell has a source, a target and a population.", nameof(population));
        }

        var pieces = new List<OverlapPiece>();
        for (var cell = 0; cell < population.Length; cell++)
        {
            if (sourceOf[cell] >= 0 && targetOf[cell] >= 0)
            {
                pieces.Add(new(sourceOf[cell], targetOf[cell], population[cell]));
            }
        }

        return new(sources, targets, pieces);
    }

    /// <summary>For each source, the sum of its pieces.</summary>
    internal double[] MeasureOfSources()
    {
        var sums = new Sum[Sources];
        foreach (var piece in Pieces)
        {
            sums[piece.Source].Add(piece.Measure);
        }

        return [.. sums.Select(s => s.Value)];
    }
}

/// <summary>A piece where a source meets a target.</summary>
/// <param name="Source">The source by ordinal.</param>
/// <param name="Target">The target by ordinal.</param>
/// <param name="Measure">Its area, in any one unit, or its population.</param>
public sealed record OverlapPiece(int Source, int Target, double Measure);
