using Bolyst.Cli.Cluster;
using Bolyst.Cli.Tools;

namespace Bolyst.Cli.Requirements;

/// <summary>Something of the system that Bolyst stands on.</summary>
/// <param name="Name">What it is, as a person would search for it.</param>
/// <param name="Purpose">What Bolyst does with it.</param>
/// <param name="AptPackage">Debian's and Ubuntu's package, as a name or a pattern of which the newest match is taken.</param>
/// <param name="Find">Describes the one that is installed; null: it is missing.</param>
internal sealed record Requirement(string Name, string Purpose, string AptPackage, Func<CancellationToken, Task<string?>> Find)
{
    /// <summary>The store's database, unless <c>BOLYST_DATABASE</c> names one elsewhere.</summary>
    public static Requirement Postgis { get; } = new("PostgreSQL with PostGIS", "keeps the store", "^postgresql-[0-9]+-postgis-3$", FindPostgisAsync);

    /// <summary>Reads boundaries in any vector format and coordinate system.</summary>
    public static Requirement Gdal { get; } = new(
        "GDAL",
        "reads boundaries",
        "gdal-bin",
        async cancellation => Tool.IsOnPath("ogr2ogr") ? (await new Tool("ogr2ogr", "--version").RunAsync(cancellation)).LastLines(1)[0] : null);

    /// <summary>Draws legends and patterns as PNG.</summary>
    public static Requirement Librsvg { get; } = new(
        "librsvg",
        "draws legends",
        "librsvg2-bin",
        async cancellation => Tool.IsOnPath("rsvg-convert") ? (await new Tool("rsvg-convert", "--version").RunAsync(cancellation)).LastLines(1)[0] : null);

    /// <summary>Checks docker-compose.yml, in one test.</summary>
    public static Requirement Compose { get; } = new(
        "docker-compose",
        "checks docker-compose.yml",
        "docker-compose",
        cancellation => Task.FromResult(Tool.Which("docker-compose")));

    /// <summary>What a store, its imports and its pictures need.</summary>
    public static IReadOnlyList<Requirement> ToRun(bool privateCluster) => privateCluster ? [Postgis, Gdal, Librsvg] : [Gdal, Librsvg];

    public override string ToString() => $"{Name} ({Purpose})";

    private static async Task<string?> FindPostgisAsync(CancellationToken cancellation) =>
        (await PostgresInstallation.FindAsync(cancellation)).FirstOrDefault(installation => installation.HasPostgis) is { } found
            ? $"PostgreSQL {found.Major} with PostGIS in {found.Bin}"
            : null;
}
