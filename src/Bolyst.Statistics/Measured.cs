using System.Globalization;

namespace Bolyst.Statistics;

/// <summary>A finite number, or the reason why there is none. Results never carry NaN or infinity.</summary>
public readonly record struct Measured
{
    private readonly double value;

    private Measured(double value, Reason? reason)
    {
        this.value = value;
        Reason = reason;
    }

    /// <summary>Why there is no number; null when there is one.</summary>
    public Reason? Reason { get; }

    /// <summary>Whether there is a number.</summary>
    public bool HasValue => Reason is null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message is the reason.</exception>
    public double Value => Reason is null ? value : throw new InvalidOperationException($"No value: {Reason.Text}.");

    /// <summary>The number, or null.</summary>
    public double? OrNull => Reason is null ? value : null;

    /// <summary>The number, or NaN for use inside a computation.</summary>
    internal double OrNaN => Reason is null ? value : double.NaN;

    /// <summary>A finite number.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite: a method forgot to give its reason.</exception>
    public static Measured Of(double value) => double.IsFinite(value)
        ? new(value, null)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A result must be finite; give a reason instead.");

    /// <summary>No number, and why.</summary>
    public static Measured None(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return new(0, reason);
    }

    /// <summary>No number, and why.</summary>
    public static Measured None(ReasonCode code, string subject, string text) => None(new Reason(code, subject, text));

    public static implicit operator Measured(double value) => Of(value);

    /// <summary>The same as the implicit conversion, for languages without one.</summary>
    public static Measured FromDouble(double value) => Of(value);

    public override string ToString() => Reason is null ? value.ToString("R", CultureInfo.InvariantCulture) : $"({Reason.Text})";
}
