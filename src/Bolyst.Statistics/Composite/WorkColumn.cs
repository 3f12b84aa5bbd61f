namespace Bolyst.Statistics.Composite;

/// <summary>One indicator, or one group, on its way through the steps: numbers by row, NaN for missing, and why where a step lost one.</summary>
internal sealed class WorkColumn(string key, double[] numbers, Func<int, Reason?> missing)
{
    private readonly Dictionary<int, Reason> lost = [];
    private Reason? whole;

    public string Key { get; } = key;

    public double[] Numbers { get; set; } = numbers;

    /// <summary>The whole column has no numbers any more: the step that was to scale it found nothing to scale.</summary>
    public void LoseAll(Reason reason)
    {
        whole ??= reason;
        Numbers = new double[Numbers.Length];
        Numbers.AsSpan().Fill(double.NaN);
    }

    public void Lose(int row, Reason reason)
    {
        lost.TryAdd(row, reason);
        Numbers[row] = double.NaN;
    }

    public IReadOnlyList<Measured> Freeze() => new MeasuredColumn(Numbers, WhyMissing);

    public Reason WhyMissing(int row) => lost.GetValueOrDefault(row)
        ?? missing(row)
        ?? whole
        ?? new(ReasonCode.OutsideDomain, Key, $"{Key} is outside what the step can hold");
}
