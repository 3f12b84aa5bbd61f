namespace Bolyst.Rpc.Tests;

/// <summary>Tests that measure the whole process (memory, meters) run while no other does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
