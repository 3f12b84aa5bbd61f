using System.Globalization;
using Bolyst.Service.Tests.Serving;
using Bolyst.Statistics;
using Bolyst.Store.Model;
using NetTopologySuite.Geometries;

[assembly: AssemblyFixture(typeof(Bolyst.Service.Tests.Downloads.Files))]

namespace Bolyst.Service.Tests.Downloads;

/// <summary>
/// A service that keeps no file longer than somebody reads it, makes none above 400 kB, and names its publisher.
/// <code>
/// stygge   5 squares of 1 km in Oslo whose names are hostile
/// mange    3 000 squares of 10 m with 80 corners: 4 MB of outlines
/// midt     280 of them: 376 kB, less than the limit, and more as a file
/// </code>
/// </summary>
public sealed class Files : IAsyncLifetime
{
    public const int MostBytes = 400_000;

    /// <summary>Formulas of spreadsheets, quotes of SQL, CSV and XML, and a character that XML cannot hold.</summary>
    public static readonly string[] Names = ["=1+1", "@SUM(A1)", "-2'\"; DROP TABLE x --", "Æ, \"ø\"\r\n<å>&amp;", "bjelle\u0007"];

    private Served? served;

    public Served Served => served!;

    public HttpClient Http => Served.Http;

    public async ValueTask InitializeAsync()
    {
        served = await Served.StartAsync(
            limits: new() { KeptDownloadBytes = 0, MaxDownloadBytes = MostBytes },
            publisher: new() { Name = "Prøveby \"kommune\"", Uri = new("https://data.norge.no/organizations/987654321"), Email = "kart@example.org" });
        await using var session = await served.Store.BeginImportAsync(new(
            "filer", new("Filer", "Filer", "Files"), "Prøvekontoret", "NLOD 2.0", "javascript:alert(1)", "post@example.org", null, "delivery:", [new("a.csv", 12, "ab")], "sha-filer"));
        var stygge = await session.AddZoneSetAsync(
            new("stygge", "sted", new("Stygge \"namn\" & <b>", "Stygge", "Ugly"), Day("2024-01-01"), null, IsPartition: false, "CC0", "Oppdikta"),
            [.. Names.Select((name, i) => new ZoneRow(Code(i), name, Square(262_000 + (2000 * i), 6_649_000, 1000)))]);
        foreach (var (key, count) in ((string, int)[])[("mange", 3_000), ("midt", 280)])
        {
            await session.AddZoneSetAsync(
                new(key, "rute", new(key), Day("2024-01-01"), null, IsPartition: false, "CC0", "Oppdikta"),
                [.. Enumerable.Range(0, count).Select(i => new ZoneRow(Code(i), "Rute", Square(200_000 + (20 * (i % 60)), 6_600_000 + (20 * (i / 60)), 10, cuts: 20)))]);
        }

        var indeks = await session.AddIndicatorAsync(new(
            "fid-geom", new("=Indeks", null, "Index"), "okonomi", new("Tal på \"ting\""), null, null, null, "points", 1, Polarity.HigherIsWorse, "register", "SSB 1", false, MeasureForm.Count));
        await using (var writer = await session.BeginObservationsAsync())
        {
            // 0.1 + 0.2 needs 17 digits.
            double[] values = [0.1 + 0.2, -1.5, 1e21, 5e-324, 3];
            for (var i = 0; i < values.Length; i++)
                await writer.WriteAsync(new(indeks, stygge.ZoneIds[Code(i)], Period.Parse("2024"), "", values[i], double.NaN, values[i], ObservationStatus.Value));
            await writer.CompleteAsync();
        }

        await session.CommitAsync("{}");
    }

    public async ValueTask DisposeAsync()
    {
        if (served is not null)
            await served.DisposeAsync();
    }

    private static string Code(int n) => n.ToString("D4", CultureInfo.InvariantCulture);

    private static Polygon Square(double x, double y, double side, int cuts = 1)
    {
        Coordinate[] corners = [new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side), new(x, y)];
        var ring = corners.Zip(corners.Skip(1)).SelectMany(edge => Enumerable.Range(0, cuts).Select(n =>
            new Coordinate(edge.First.X + ((edge.Second.X - edge.First.X) * n / cuts), edge.First.Y + ((edge.Second.Y - edge.First.Y) * n / cuts))));
        return new(new LinearRing([.. ring, new(x, y)])) { SRID = 25833 };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
