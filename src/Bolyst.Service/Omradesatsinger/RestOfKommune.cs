using Bolyst.Service.Comparisons;
using Bolyst.Service.Faults;
using Bolyst.Service.Reading;
using Bolyst.Store.Model;

namespace Bolyst.Service.Omradesatsinger;

/// <summary>What an area is compared with: the other zones of its kommune.</summary>
/// <param name="Of">The zones whose rest it is; empty for the rest of the whole zone set.</param>
/// <param name="Zones">Ordinals of the zones, in order.</param>
internal sealed record RestOfKommune(IReadOnlyList<V1.ZoneName> Of, IReadOnlyList<int> Zones)
{
    private const string Kommune = "kommune";

    /// <summary>Finds the rest.</summary>
    /// <param name="dataset">The dataset version.</param>
    /// <param name="area">What is inside.</param>
    /// <param name="named">The zone whose rest is wanted; null for the kommune of the zones inside.</param>
    /// <param name="cancellation">The call's.</param>
    public static async Task<RestOfKommune> FindAsync(Dataset dataset, CoveredArea area, V1.ZoneRef? named, CancellationToken cancellation)
    {
        var surroundings = await Surroundings.ReadAsync(dataset, area.Axis.ZoneSet, cancellation);
        var places = new List<ZonePlace>();
        var wholes = new HashSet<ZoneKey>();
        if (named is not null)
        {
            places.Add(await ZonePlace.FindAsync(dataset, named, cancellation));
            wholes.Add(new(named.ZoneSet, named.Code));
            if (!area.Inside.Any(zone => surroundings.Of(zone.Ordinal).Overlaps(wholes)))
            {
                throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "rest_of", $"no zone inside is linked to zone '{named.Code}' of '{named.ZoneSet}'.");
            }
        }
        else
        {
            wholes = KommunerOf(dataset, area.Inside.SelectMany(zone => surroundings.Of(zone.Ordinal)));
            foreach (var (set, code) in wholes.OrderBy(zone => zone.Code, StringComparer.Ordinal))
            {
                places.Add(await ZonePlace.FindAsync(dataset, new() { ZoneSet = set, Code = code }, cancellation));
            }
        }

        var inside = area.Inside.Select(zone => zone.Ordinal).ToHashSet();
        List<int> rest = [.. Enumerable.Range(0, area.Axis.Count).Where(zone => !inside.Contains(zone) && (wholes.Count == 0 || surroundings.Of(zone).Overlaps(wholes)))];
        return rest.Count > 0 ? new([.. places.Select(place => place.ToMessage())], rest) : throw Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange, "inside", "leaves no zone outside to compare with. Take a smaller area, or another rest_of.");
    }

    /// <summary>The kommuner among zones: those of one generation, the newest, so that no kommune is met twice.</summary>
    private static HashSet<ZoneKey> KommunerOf(Dataset dataset, IEnumerable<ZoneKey> zones) => zones
        .Where(zone => string.Equals(dataset.ZoneSet(zone.ZoneSet).Level, Kommune, StringComparison.Ordinal))
        .GroupBy(zone => zone.ZoneSet, StringComparer.Ordinal)
        .MaxBy(generation => dataset.ZoneSet(generation.Key).ValidFrom)?.ToHashSet() ?? [];
}
