using System.Collections.Concurrent;
using System.Globalization;
using Bolyst.Service.Faults;
using Bolyst.Store;

namespace Bolyst.Service.Reading;

/// <summary>
/// The dataset versions that calls read. What a version holds is read once and kept, for a version never changes: a warm call touches
/// no database.
/// </summary>
internal sealed class Datasets(BolystStore store)
{
    private const int Kept = 8;

    private readonly ConcurrentDictionary<long, Dataset> opened = new();

    /// <summary>Opens a dataset version.</summary>
    /// <param name="asOf">The version; 0 for the newest.</param>
    /// <param name="cancellation">The call's.</param>
    public async ValueTask<Dataset> OpenAsync(long asOf, CancellationToken cancellation)
    {
        var newest = store.Versions.Latest;
        if (asOf > newest)
        {
            // Another instance may have told the client of a version whose notice has not come here yet.
            newest = await store.Versions.RefreshAsync(cancellation);
        }

        if (asOf > newest)
        {
            var asked = asOf.ToString(CultureInfo.InvariantCulture);
            throw Fault.NotFound(
                V1.ErrorReason.DatasetVersionNotFound,
                string.Create(CultureInfo.InvariantCulture, $"Dataset version {asked} does not exist; the newest is {newest}."),
                ("as_of", asked));
        }

        var version = asOf == 0 ? newest : asOf;
        return opened.TryGetValue(version, out var dataset) ? dataset : await ReadAsync(version, cancellation);
    }

    private async Task<Dataset> ReadAsync(long version, CancellationToken cancellation)
    {
        var dataset = opened.GetOrAdd(version, await Dataset.ReadAsync(store, version, cancellation));
        while (opened.Count > Kept)
        {
            opened.TryRemove(opened.Keys.Where(other => other != version).Min(), out _);
        }

        return dataset;
    }
}
