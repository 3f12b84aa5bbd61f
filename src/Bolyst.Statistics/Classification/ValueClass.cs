namespace Bolyst.Statistics.Classification;

/// <summary>A class of numbers: from its lower break, which belongs to it, to its upper break, which does not.</summary>
/// <param name="From">The lower break; null for the first class, which has no lower end.</param>
/// <param name="To">The upper break; null for the last class, which has no upper end.</param>
/// <param name="Least">The least number in it; null when it is empty.</param>
/// <param name="Greatest">The greatest number in it; null when it is empty.</param>
/// <param name="Count">How many numbers are in it.</param>
public sealed record ValueClass(double? From, double? To, double? Least, double? Greatest, int Count);
