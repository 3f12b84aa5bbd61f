namespace Bolyst.Cli.Demo.Register;

/// <summary>The planted effect of Kvernliasatsinga on young people outside work and education.</summary>
internal static class Effect
{
    public const string Indicator = DemoIndicator.YouthOutsideKey;

    /// <summary>The first year that is changed.</summary>
    public const int FirstYear = 2017;

    /// <summary>Added to the chance in every treated cell in every year from <see cref="FirstYear"/>: six percentage points fewer.</summary>
    public const int PerMillion = -60_000;
}
