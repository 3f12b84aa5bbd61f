namespace Bolyst.Store.Coverage;

/// <summary>A crossing of a tile's grid, in steps from the north-west corner of the world (<see cref="TileGrid"/>), which is 2^26 steps wide at most.</summary>
/// <param name="Column">Steps east.</param>
/// <param name="Row">Steps south.</param>
internal readonly record struct GridPoint(int Column, int Row);
