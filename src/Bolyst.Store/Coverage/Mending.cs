namespace Bolyst.Store.Coverage;

/// <summary>What was moved to make borders meet.</summary>
/// <param name="Overlaps">Places that two or more zones held, given to one.</param>
/// <param name="Gaps">Slivers that no zone held, given to a neighbour.</param>
/// <param name="Area">Area that changed hands, in square metres of EPSG:3857.</param>
/// <param name="Widest">Width of the widest of them, twice its area over its perimeter, in metres of EPSG:3857.</param>
internal sealed record Mending(int Overlaps, int Gaps, double Area, double Widest);
