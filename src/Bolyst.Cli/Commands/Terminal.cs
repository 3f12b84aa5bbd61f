namespace Bolyst.Cli.Commands;

/// <summary>How commands speak while they work: one line a step, on standard output.</summary>
internal static class Terminal
{
    /// <summary>Says what is being done.</summary>
    public static void Say(string line) => Console.WriteLine($"==> {line}");

    /// <summary>Says a detail of it.</summary>
    public static void Detail(string line) => Console.WriteLine($"    {line}");
}
