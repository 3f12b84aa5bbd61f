namespace Bolyst.Statistics.Uncertainty;

/// <summary>A confidence interval.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit; null when the data set no upper limit (a ratio over zero).</param>
/// <param name="Level">The confidence level, above 0 and below 1: 0.95.</param>
/// <param name="Method">The method, by its author.</param>
public sealed record Interval(double Lower, double? Upper, double Level, string Method)
{
    /// <summary>The same interval in another unit: of a share in percent.</summary>
    /// <param name="scale">Above 0: 100 for percent.</param>
    public Interval Times(double scale) => this with { Lower = Lower * scale, Upper = Upper * scale };
}

/// <summary>An estimate with its interval, each a number or a reason.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Interval">The interval; null when there is no estimate, or none can be made.</param>
public sealed record Estimate(Measured Value, Interval? Interval);
