namespace Bolyst.Service.Downloads.Formats;

/// <summary>Between which sizes a file will be, known before it is made.</summary>
/// <param name="Least">Bytes that it surely has.</param>
/// <param name="Most">
/// Bytes that it will hardly pass: only where the database keeps outlines compressed to less than half, or what is said about the layer is long.
/// </param>
internal readonly record struct SizeBounds(long Least, long Most)
{
    /// <summary>What a format says about a layer beside its features, and the tables that it says it in.</summary>
    public const int Documents = 1 << 20;
}
