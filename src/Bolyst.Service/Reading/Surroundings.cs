using Bolyst.Store.Model;

namespace Bolyst.Service.Reading;

/// <summary>The coarser zones that each zone of a set lies in, directly or through others, by the links that deliveries brought.</summary>
internal sealed class Surroundings
{
    private readonly HashSet<ZoneKey>[] around;

    private Surroundings(HashSet<ZoneKey>[] around) => this.around = around;

    public static async Task<Surroundings> ReadAsync(Dataset dataset, string zoneSet, CancellationToken cancellation)
    {
        var axis = await dataset.AxisAsync(zoneSet, cancellation);
        var upward = new Dictionary<ZoneKey, HashSet<ZoneKey>>();
        var read = new HashSet<string>(StringComparer.Ordinal) { zoneSet };
        for (var next = new Queue<string>(read); next.TryDequeue(out var set);)
        {
            foreach (var link in await dataset.Store.Catalogue.ListUpwardLinksAsync(set, dataset.Version, cancellation))
            {
                var from = new ZoneKey(set, link.FromCode);
                (upward.TryGetValue(from, out var known) ? known : upward[from] = []).Add(new(link.ToZoneSet, link.ToCode));
                if (read.Add(link.ToZoneSet))
                {
                    next.Enqueue(link.ToZoneSet);
                }
            }
        }

        var around = new HashSet<ZoneKey>[axis.Count];
        for (var zone = 0; zone < around.Length; zone++)
        {
            around[zone] = Climb(new(zoneSet, axis.Codes[zone]), upward);
        }

        return new(around);
    }

    /// <summary>The zones around a zone.</summary>
    public IReadOnlySet<ZoneKey> Of(int zone) => around[zone];

    private static HashSet<ZoneKey> Climb(ZoneKey zone, Dictionary<ZoneKey, HashSet<ZoneKey>> upward)
    {
        var reached = new HashSet<ZoneKey>();
        for (var next = new Queue<ZoneKey>([zone]); next.TryDequeue(out var at);)
        {
            foreach (var above in upward.GetValueOrDefault(at) ?? [])
            {
                if (reached.Add(above))
                {
                    next.Enqueue(above);
                }
            }
        }

        return reached;
    }
}
