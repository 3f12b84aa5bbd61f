using System.Diagnostics;
using System.Globalization;
using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Tests.Boundaries;

/// <summary>A folder with boundary files, written by hand or converted by ogr2ogr, and what comes of reading them.</summary>
internal sealed class BoundaryFiles : IDisposable
{
    public BoundaryReport Report { get; } = new("zones");

    public string Folder { get; } = Directory.CreateTempSubdirectory("bolyst-boundaries-").FullName;

    /// <summary>A square in metres (EPSG:25833) as a GeoJSON geometry; the corner lies in Oslo.</summary>
    public static string Square(double x, double y, double size) =>
        Polygon($"[[{Point(x, y)},{Point(x + size, y)},{Point(x + size, y + size)},{Point(x, y + size)},{Point(x, y)}]]");

    public static string Polygon(string rings) => $$"""{"type":"Polygon","coordinates":{{rings}}}""";

    public static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"[{262_000 + x},{6_649_000 + y}]");

    public static string Feature(string code, string name, string geometry) =>
        $$"""{"type":"Feature","properties":{"code":{{code}},"name":"{{name}}"},"geometry":{{geometry}}}""";

    /// <summary>A collection with the legacy crs member.</summary>
    public static string Collection(params string[] features) => CollectionIn("urn:ogc:def:crs:EPSG::25833", features);

    public static string CollectionIn(string crs, params string[] features) =>
        $$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"{{{crs}}}"}},"features":[{{{string.Join(",\n", features)}}}]}""";

    public string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return name;
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return name;
    }

    /// <summary>Converts a file with ogr2ogr, as a supplier would.</summary>
    public string Convert(string from, string to, params string[] arguments)
    {
        var start = new ProcessStartInfo("ogr2ogr") { WorkingDirectory = Folder, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments.Concat([to, from]))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return to;
    }

    public BoundaryDescription Describe(params string[] names) => new()
    {
        Files = [.. names.Select(name => new DeliveryPath(name, Path.Combine(Folder, name)))],
        Code = new FieldDescription { Field = "code" },
        Name = new FieldDescription { Field = "name" },
    };

    public Task<IReadOnlyList<ZoneRow>> ReadAsync(params string[] names) => ReadAsync(Describe(names));

    public Task<IReadOnlyList<ZoneRow>> ReadAsync(BoundaryDescription description, GdalSettings? settings = null, CancellationToken ct = default) =>
        new BoundaryReader(settings ?? new GdalSettings(), IntakeLimits.Default).ReadAsync(description, null, Report, ct);

    /// <summary>Reads a file that must be refused.</summary>
    /// <returns>The one fault.</returns>
    public async Task<BoundaryFinding> FaultAsync(BoundaryDescription description, GdalSettings? settings = null)
    {
        await ReadAsync(description, settings);
        return Assert.Single(Report.Faults);
    }

    public Task<BoundaryFinding> FaultAsync(string name) => FaultAsync(Describe(name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
