namespace Bolyst.Cli.Testing;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal readonly record struct Tally(int Passed, int Failed, int Skipped)
{
    public static Tally operator +(Tally left, Tally right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
