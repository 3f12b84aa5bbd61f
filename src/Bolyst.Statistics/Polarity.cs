namespace Bolyst.Statistics;

/// <summary>How an indicator is read. The numeric values are stored and sent, so they never change.</summary>
public enum Polarity : byte
{
    /// <summary>Neither more nor less is better. May be shown and compared, never scored without an explicit direction.</summary>
    Neutral = 0,

    /// <summary>A higher value means harder levekår (low income).</summary>
    HigherIsWorse = 1,

    /// <summary>A higher value means better levekår (employment).</summary>
    HigherIsBetter = 2,

    /// <summary>Context only (immigrant shares): shown beside a score, refused inside one.</summary>
    ContextOnly = 3,
}
