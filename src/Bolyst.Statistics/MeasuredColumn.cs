using System.Collections;

namespace Bolyst.Statistics;

/// <summary>Numbers with NaN for missing, seen from outside as numbers or reasons; the reason is made when it is asked for.</summary>
internal sealed class MeasuredColumn(double[] numbers, Func<int, Reason> whyMissing) : IReadOnlyList<Measured>
{
    public int Count => numbers.Length;

    public Measured this[int index] =>
        double.IsFinite(numbers[index]) ? Measured.Of(numbers[index]) : Measured.None(whyMissing(index));

    internal ReadOnlySpan<double> Numbers => numbers;

    public IEnumerator<Measured> GetEnumerator()
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
