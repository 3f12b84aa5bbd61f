using System.Text;
using Bolyst.Cli.Tests.Harness;
using Bolyst.Testing;

namespace Bolyst.Cli.Tests.Import;

/// <summary>A folder with a delivery of one zone set and one table, and a database to import it into.</summary>
internal sealed class DeliveredFolder : IAsyncDisposable
{
    private const int Zones = 100;

    private readonly TestDatabase database;

    private DeliveredFolder(TestDatabase database) => this.database = database;

    public string Folder { get; } = Directory.CreateTempSubdirectory("bolyst-import-").FullName;

    public string ConnectionString => database.ConnectionString;

    public string Description => Path.Combine(Folder, "delivery.yaml");

    public BolystCommand Bolyst => new(Path.Combine(Folder, "home")) { Environment = new() { ["BOLYST_DATABASE"] = ConnectionString } };

    /// <param name="years">Years in the table; each has a row for each of 100 zones and 10 categories.</param>
    public static async Task<DeliveredFolder> CreateAsync(int years)
    {
        var made = new DeliveredFolder(await TestDatabase.CreateAsync());
        var features = Enumerable.Range(0, Zones).Select(i => FormattableString.Invariant(
            $$$"""{"type": "Feature", "properties": {"nr": "{{{1000 + i}}}"}, "geometry": {"type": "Polygon", "coordinates": [[[{{{West(i)}}}, 6640000], [{{{West(i + 1)}}}, 6640000], [{{{West(i + 1)}}}, 6640100], [{{{West(i)}}}, 6640100], [{{{West(i)}}}, 6640000]]]}}"""));
        made.Write("zones.geojson", $$$"""{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:25833"}}, "features": [{{{string.Join(",", features)}}}]}""");
        var table = new StringBuilder("nr;aar;gruppe;tal\n");
        for (var year = 0; year < years; year++)
        {
            for (var zone = 0; zone < Zones; zone++)
            {
                for (var group = 0; group < 10; group++)
                {
                    table.Append(1000 + zone).Append(';').Append(1900 + year).Append(';').Append(group).Append(';').Append(year + zone).Append('\n');
                }
            }
        }

        made.Write("t.csv", table.ToString());
        made.Write("delivery.yaml", """
            delivery: {key: a, title: En leveranse, supplier: SSB, licence: NLOD}
            zoneSets:
              - {key: sone, level: sone, name: Soner, valid: {from: 1900-01-01}, boundaries: {files: [zones.geojson], code: nr}}
            indicators:
              - {key: folk, name: Folk, theme: people, definition: Busette, unit: count, polarity: neutral}
            tables:
              - {file: t.csv, zoneSet: sone, zone: nr, period: aar, breakdown: [{name: group, category: gruppe}], values: {indicator: folk, count: tal}}

            """);
        return made;
    }

    // Squares of 100 metres in a row through Oslo.
    private static int West(int zone) => 260_000 + (zone * 100);

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
