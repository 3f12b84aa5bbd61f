using System.Globalization;
using System.Text.Json;
using Bolyst.Statistics.Spatial;
using Bolyst.Testing;

namespace Bolyst.Statistics.Tests.Spatial;

/// <summary>The 49 tracts of Columbus, Ohio, with neighbours as R's spdep found them (BOLYST_SHARED/reference/spdep-columbus).</summary>
internal static class Columbus
{
    public const string Folder = "reference/spdep-columbus/";

    public static Measured[] Crime { get; } = [.. Table.Read(Folder + "expected_local_columbus_CRIME_queen_spdep.csv").Numbers("y").Select(Measured.Of)];

    public static IReadOnlyList<Outline?> Outlines()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require(Folder + "columbus.geojson")));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(f => Read(f.GetProperty("geometry")))];
    }

    public static SpatialWeights Neighbours(string file)
    {
        string[] lines = [.. File.ReadLines(SharedData.Require(Folder + file)).Where(l => l.Trim().Length > 0)];
        var neighbours = new int[int.Parse(lines[0].Split(' ')[^1], CultureInfo.InvariantCulture)][];
        for (var line = 1; line + 1 < lines.Length; line += 2)
        {
            var zone = int.Parse(lines[line].Split(' ')[0], CultureInfo.InvariantCulture) - 1;
            neighbours[zone] = [.. lines[line + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => int.Parse(n, CultureInfo.InvariantCulture) - 1)];
        }

        return SpatialWeights.Binary(neighbours);
    }

    public static Outline Read(JsonElement geometry)
    {
        var polygons = geometry.GetProperty("type").GetString() == "Polygon"
            ? [geometry.GetProperty("coordinates")]
            : geometry.GetProperty("coordinates").EnumerateArray().ToArray();
        return new([.. polygons.SelectMany(p => p.EnumerateArray()).Select(ring =>
            ring.EnumerateArray().SelectMany(c => new[] { c[0].GetDouble(), c[1].GetDouble() }).ToArray())]);
    }
}
