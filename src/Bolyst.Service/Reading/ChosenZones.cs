using Bolyst.Store.Columns;

namespace Bolyst.Service.Reading;

/// <summary>The zones that a call computes: all of a set, or those that lie in a zone of another.</summary>
internal sealed class ChosenZones
{
    private readonly IReadOnlyList<int>? ordinals;

    private ChosenZones(ZoneAxis axis, IReadOnlyList<int>? ordinals)
    {
        (Axis, this.ordinals) = (axis, ordinals);
    }

    /// <summary>The zones, in the order of codes.</summary>
    public ZoneAxis Axis { get; }

    /// <summary>Finds them.</summary>
    /// <param name="dataset">What is read.</param>
    /// <param name="zoneSet">Key of the zone set.</param>
    /// <param name="within">The zone around them; null for all of the set.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="Rpc.RpcException">There is no such zone set or zone, or none lies in it.</exception>
    public static async Task<ChosenZones> FindAsync(Dataset dataset, string zoneSet, V1.ZoneRef? within, CancellationToken cancellation)
    {
        var axis = await dataset.AxisAsync(zoneSet, cancellation);
        if (within is null)
        {
            return new(axis, null);
        }

        var ordinals = (await dataset.WithinAsync(zoneSet, new(within.ZoneSet, within.Code), cancellation)).NotEmpty(zoneSet).Ordinals;
        return new(axis.Of(ordinals), ordinals);
    }

    /// <summary>Their cells of a column of the whole set.</summary>
    public ReadColumn Of(ReadColumn column) => ordinals is null ? column : column.Of(Axis, ordinals);
}
