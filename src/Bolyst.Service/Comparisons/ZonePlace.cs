using Bolyst.Service.Reading;
using Bolyst.Store.Columns;

namespace Bolyst.Service.Comparisons;

/// <summary>A zone that a request names, found on the axis of its set.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Ordinal">Its place.</param>
internal readonly record struct ZonePlace(ZoneAxis Axis, int Ordinal)
{
    public static async ValueTask<ZonePlace> FindAsync(Dataset dataset, V1.ZoneRef zone, CancellationToken cancellation)
    {
        var axis = await dataset.AxisAsync(zone.ZoneSet, cancellation);
        return new(axis, Dataset.OrdinalOf(axis, zone.Code));
    }

    public V1.ZoneName ToMessage() => new() { Ref = new() { ZoneSet = Axis.ZoneSet, Code = Axis.Codes[Ordinal] }, Name = Axis.Names[Ordinal] };
}
