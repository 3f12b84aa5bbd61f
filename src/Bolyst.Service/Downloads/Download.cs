using Bolyst.Service.Downloads.Formats;
using Bolyst.Service.Downloads.Readme;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Bolyst.Store;

namespace Bolyst.Service.Downloads;

/// <summary>What goes into a file.</summary>
/// <param name="Layer">The table.</param>
/// <param name="Within">The kommune whose zones alone go into it; null for all features.</param>
/// <param name="Store">Where outlines are read.</param>
/// <param name="Crs">System of the coordinates.</param>
/// <param name="Texts">Language of titles and README.</param>
/// <param name="Sources">The deliveries that the layer was made from.</param>
/// <param name="At">When the dataset version was made, UTC: the time that files carry, so that the same question gives the same bytes.</param>
/// <param name="Address">Where to ask for the same again.</param>
/// <param name="NewestAddress">Where to ask for the newest.</param>
/// <param name="Record">The record of the data set (DCAT-AP-NO) as Turtle.</param>
internal sealed record Download(
    Layer Layer, ZonesWithin? Within, BolystStore Store, Crs Crs, ReadmeTexts Texts, IReadOnlyList<LayerSource> Sources, DateTimeOffset At, string Address, string NewestAddress, string Record)
{
    private readonly Lazy<HashSet<int>> wanted = new(() => [.. Within?.Ordinals ?? []]);

    /// <summary>The features that go into it, ascending.</summary>
    public IReadOnlyList<int> Ordinals { get; } = Within?.Ordinals ?? [.. Enumerable.Range(0, Layer.Count)];

    /// <summary>What a reader must know of each column.</summary>
    public IReadOnlyList<ColumnNote> Columns { get; } = ColumnNotes.Of(Layer, Sources, Texts);

    /// <summary>What holds every outline: the smallest such rectangle in the system that outlines are stored in, one somewhat larger in others.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Box> AroundAsync(CancellationToken cancellation) => Box.Of(
        Within is null && Crs == Crs.Stored ? Layer.Head.Extent.Metres : await Store.Features.BoxAsync(Layer.Head.Id, Crs.Srid, Within?.Ordinals, Layer.Version, cancellation));

    /// <summary>The coordinate system as well-known text.</summary>
    /// <param name="cancellation">Gives up.</param>
    public Task<string> SystemAsync(CancellationToken cancellation) => Store.Features.ReferenceSystemAsync(Crs.Srid, cancellation);

    /// <summary>Where the features are, by ordinal.</summary>
    /// <param name="withOutline">False for points inside alone.</param>
    /// <param name="cancellation">Gives up.</param>
    public IAsyncEnumerable<FeatureShape> ShapesAsync(bool withOutline, CancellationToken cancellation)
    {
        var all = Store.Features.ShapesAsync(Layer.Head.Id, Crs.Srid, withOutline, Layer.Version, cancellation);
        return Within is null ? all : all.Where(shape => wanted.Value.Contains(shape.Ordinal));
    }
}
