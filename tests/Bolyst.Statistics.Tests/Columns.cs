namespace Bolyst.Statistics.Tests;

/// <summary>Short ways to make columns in tests.</summary>
internal static class Columns
{
    public static IndicatorColumn Worse(string key, params double[] values) => IndicatorColumn.FromNumbers(key, Polarity.HigherIsWorse, values);

    public static IndicatorColumn Population(params double[] values) => IndicatorColumn.FromNumbers("population", Polarity.Neutral, values);

    public static void Near(double expected, Measured actual, double tolerance = 1e-12)
    {
        Assert.True(actual.HasValue, actual.Reason?.Text);
        Assert.Equal(expected, actual.Value, tolerance);
    }
}
