namespace Bolyst.Service.Styles.Colours;

/// <summary>How zones without a number are drawn: lines or dots in grey on a light ground, so that none of them looks like a low number.</summary>
internal enum Pattern
{
    /// <summary>Dots: the number should be there and is not.</summary>
    Dots,

    /// <summary>Lines that rise to the right: hidden to protect persons.</summary>
    Diagonal,

    /// <summary>Crossed slanting lines: too few live there.</summary>
    Cross,

    /// <summary>Level lines: the number makes no sense there.</summary>
    Horizontal,

    /// <summary>Upright lines: cannot be computed.</summary>
    Vertical,
}
