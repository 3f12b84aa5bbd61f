namespace Bolyst.Statistics.Classification;

/// <summary>How numbers are put into classes for a map.</summary>
public enum ClassMethod
{
    /// <summary>As many zones in each class as ties allow: <see cref="Comparison.QuantileClass"/> by its default rule.</summary>
    Quantile = 1,

    /// <summary>
    /// The classes whose numbers differ least from their means (least sum of squares within classes): natural breaks after Jenks, by the
    /// exact method of Fisher (1958).
    /// </summary>
    Jenks = 2,

    /// <summary>By breaks that are given, so that maps of several periods can be compared.</summary>
    Fixed = 3,
}
