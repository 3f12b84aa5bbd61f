namespace Bolyst.Cli.Demo;

/// <summary>What a stream of random numbers is for. The numbers are part of what a seed means: they never change.</summary>
internal enum Purpose
{
    Sites = 1,
    Border = 2,
    Names = 3,
    Population = 4,
    Groups = 5,
    Chances = 6,
    Counts = 7,
    Boundaries = 8,
    Prices = 9,
    Water = 10,
}
