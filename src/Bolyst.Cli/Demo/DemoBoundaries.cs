using Bolyst.Cli.Demo.Files;
using Bolyst.Cli.Demo.Kommune;
using Bolyst.Cli.Demo.Register;

namespace Bolyst.Cli.Demo;

/// <summary>The boundary files of the delivery.</summary>
internal sealed class DemoBoundaries(DemoKommune kommune, ulong seed)
{
    public async Task WriteAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        await GeoJsonFile.WriteAsync(
            Path.Combine(folder, "grunnkretser-2012.geojson"),
            Parts(kommune.Divisions.Before).Select(part => new Feature(
                [("grunnkretsnummer", part.Grunnkrets.Code), ("grunnkretsnavn", part.Grunnkrets.Name)],
                part.Cells.Select(cell => kommune.Ground.Tessellation.Ring(kommune.Ground.Cells[cell])).ToList())),
            ct);
        await TopoJsonFile.WriteAsync(Path.Combine(folder, "grunnkretser-2018.topojson"), "grunnkretser", kommune.Ground, Parts(kommune.Divisions.After), ct);
        await GeoJsonFile.WriteAsync(
            Path.Combine(folder, "omradesatsingar.geojson"),
            new[] { kommune.Programme, kommune.WithoutEffect }.Select(programme => new Feature([("id", programme.Key), ("namn", programme.Name)], [programme.Boundary])),
            ct);
        await GeoJsonFile.WriteAsync(
            Path.Combine(folder, "vann.geojson"),
            Water.Draw(seed).Select(water => new Feature(water.Name is null ? [] : [("navn", water.Name)], [water.Shore])),
            ct);
        await GeoJsonFile.WriteAsync(Path.Combine(folder, "land.geojson"), [Country], ct);
    }

    private static Feature Country => new([("kode", Landet.Code), ("namn", Landet.Name)], []);

    /// <summary>Cells side by side come as features of their own with one code, as a supplier's map sheets do; parts apart come as one feature.</summary>
    private IEnumerable<(Grunnkrets Grunnkrets, IReadOnlyList<int> Cells)> Parts(IEnumerable<Grunnkrets> grunnkretser) =>
        grunnkretser.SelectMany<Grunnkrets, (Grunnkrets, IReadOnlyList<int>)>(grunnkrets =>
            grunnkrets.Cells.Any(kommune.Ground.Neighbours[grunnkrets.Cells[0]].Contains)
                ? grunnkrets.Cells.Select(cell => (grunnkrets, (IReadOnlyList<int>)[cell]))
                : [(grunnkrets, grunnkrets.Cells)]);
}
