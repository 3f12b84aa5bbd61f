using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Boundaries;

/// <summary>A zone set made ready for the store.</summary>
/// <param name="Zones">Its zones, in the order of their codes.</param>
/// <param name="Links">What its zones are made of, which coarser zones they lie in, and which earlier zones they came from.</param>
public sealed record BuiltZoneSet(IReadOnlyList<ZoneRow> Zones, IReadOnlyList<ZoneLink> Links);

/// <summary>Makes a zone set of what a description says: outlines read from files or joined from members, parents found, topology looked at.</summary>
public sealed class ZoneSetBuilder(GdalSettings gdal, TopologyLimits topology, IntakeLimits limits)
{
    /// <summary>Builds one zone set. All that is wrong with its files gathers in the report.</summary>
    /// <param name="description">What to build.</param>
    /// <param name="findZones">The zones of another set by its key, of this delivery or stored before; null where there is none.</param>
    /// <param name="report">Takes the findings. Where it has faults afterwards, the delivery is to be refused.</param>
    /// <param name="ct">Ends the work, GDAL's programs included.</param>
    /// <exception cref="DescriptionException">A field or a zone set that the description names is not there.</exception>
    public async Task<BuiltZoneSet> BuildAsync(
        ZoneSetDescription description, Func<string, CancellationToken, Task<IReadOnlyList<ZoneRow>?>> findZones, BoundaryReport report, CancellationToken ct)
    {
        var changes = description.CodeChanges.ToDictionary(change => change.From, change => change.To, StringComparer.Ordinal);
        var built = description.Membership is { } membership
            ? Join(membership, await FindAsync(membership.Of, membership.At, findZones, ct), changes, report, ct)
            : new BuiltZoneSet(await new BoundaryReader(gdal, limits).ReadAsync(description.Boundaries!, changes, report, ct), []);
        var links = new List<ZoneLink>(built.Links);
        foreach (var parent in description.Parents)
        {
            var coarser = await FindAsync(parent.ZoneSet, parent.At, findZones, ct);
            var table = parent.Table is null ? [] : LinkTables.Read(parent.Table, changes, limits, ct);
            links.AddRange(ParentResolver.Resolve(parent, description.Key, built.Zones, coarser, table, report, ct));
        }

        foreach (var predecessor in description.Predecessors)
        {
            var earlier = await FindAsync(predecessor.ZoneSet, predecessor.At, findZones, ct);
            links.AddRange(PredecessorTable.Read(predecessor, description.Key, built.Zones, earlier, changes, limits, ct));
        }

        await Task.Run(() => TopologyInspector.Inspect(built.Zones, description.Partition, topology, report, ct), ct);
        return built with { Links = links };
    }

    private BuiltZoneSet Join(
        MembershipDescription description, IReadOnlyList<ZoneRow> members, IReadOnlyDictionary<string, string> changes, BoundaryReport report, CancellationToken ct)
    {
        var rows = LinkTables.Read(description, changes, limits, ct);
        var zones = MembershipBuilder.Build(description, rows, members, report, ct);
        return new BuiltZoneSet(zones, MembershipBuilder.Links(description, rows, members, report.ZoneSet));
    }

    private static async Task<IReadOnlyList<ZoneRow>> FindAsync(
        string key, SourcePosition at, Func<string, CancellationToken, Task<IReadOnlyList<ZoneRow>?>> findZones, CancellationToken ct) =>
        await findZones(key, ct)
            ?? throw new DescriptionException(at, $"There is no zone set '{key}': neither further up in this description nor in the store. Deliver it first.");
}
