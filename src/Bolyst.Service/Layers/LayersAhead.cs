using Bolyst.Service.Faults;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;
using Bolyst.Store;

namespace Bolyst.Service.Layers;

/// <summary>
/// Reads layers of the newest dataset version before anybody asks, at start and when deliveries have stopped coming, as far as
/// <see cref="ServiceLimits.LayerBytes"/> holds them all: zone sets that are valid longest first, and of these the largest. One at a time,
/// and none any more when a newer version has come. A layer that cannot be read is left to whoever asks for it, who is told why.
/// </summary>
internal sealed class LayersAhead(BolystStore store, Datasets datasets, LayerCatalogue layers, ServiceLimits limits, ILogger<LayersAhead> log) : BackgroundService
{
    /// <summary>How long no delivery must have come: of many in a row only the last is worth reading.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>Fields of an indicator: its numbers, and why there is none.</summary>
    private const int FieldsOfAnIndicator = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var version = store.Versions.Latest; ; version = await SettledAsync(version, stoppingToken))
            {
                await TryAsync("dataset version " + Text(version), () => ReadAsync(version, stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end. A host that is disposed without having been stopped would take it for a failure.
        }
    }

    private async Task<long> SettledAsync(long known, CancellationToken stopping)
    {
        var newest = await store.Versions.WaitForNewerAsync(known, stopping);
        do
        {
            known = newest;
            await Task.Delay(Settling, stopping);
            newest = store.Versions.Latest;
        }
        while (newest > known);

        return newest;
    }

    private async Task ReadAsync(long version, CancellationToken stopping)
    {
        var (dataset, room) = (await datasets.OpenAsync(version, stopping), limits.LayerBytes);
        foreach (var set in dataset.ZoneSets.OrderByDescending(set => set.ValidTo ?? DateOnly.MaxValue).ThenByDescending(set => set.ZoneCount))
        {
            if (store.Versions.Latest > version)
                return;
            await TryAsync(set.Key, async () =>
            {
                var columns = await dataset.ColumnsOfAsync(set.Key, stopping);
                var indicators = columns.Where(column => column.Key.Breakdown.Length == 0).Select(column => column.Key.Indicator).Distinct(StringComparer.Ordinal).Count();
                if (LayerCatalogue.SizeOf(set.ZoneCount, indicators * FieldsOfAnIndicator) > room)
                    return;
                var layer = await layers.OpenAsync(dataset, set.Key, LayerQuery.All, stopping);
                room -= LayerCatalogue.SizeOf(layer.Count, layer.Fields.Count);
            }, stopping);
        }
    }

    private async Task TryAsync(string what, Func<Task> read, CancellationToken stopping)
    {
        try
        {
            await read();
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            ServiceLog.NotReadAhead(log, what, fault);
        }
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
