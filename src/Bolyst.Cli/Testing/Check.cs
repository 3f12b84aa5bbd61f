using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Testing;

/// <summary>A check of the sources that counts as one test: it passes or fails as a whole.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="WayOut">What mends it.</param>
/// <param name="Program">The program that checks.</param>
internal sealed record Check(string Name, string WayOut, Tool Program)
{
    public async Task<Tally> RunAsync(CancellationToken cancellation)
    {
        var result = await Program.RunAsync(cancellation);
        if (result.Succeeded)
        {
            return new Tally(1, 0, 0);
        }

        Console.WriteLine(result.Output);
        Console.WriteLine($"{Name}: failed. {WayOut}");
        return new Tally(0, 1, 0);
    }
}
