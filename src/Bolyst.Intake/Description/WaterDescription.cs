using Bolyst.Intake.Boundaries;

namespace Bolyst.Intake.Description;

/// <summary>
/// Files with surfaces of water (sea, lakes, rivers), in any vector format that GDAL reads. Maps draw them over the zones, which often reach out over
/// water where nobody lives; no number rests on them.
/// </summary>
public sealed record WaterDescription : OutlineFilesDescription
{
    /// <summary>The water's key, such as oslo-vann. The same key in a later delivery replaces it as a whole.</summary>
    public required string Key { get; init; }

    /// <summary>The licence of the outlines. Default: the delivery's.</summary>
    public string? Licence { get; init; }

    /// <summary>The source of the outlines. Default: the delivery's, else its supplier.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check() => Keys.Check(Key).Concat(base.Check());
}
