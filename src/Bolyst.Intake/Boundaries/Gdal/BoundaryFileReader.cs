using System.Globalization;
using System.Text.RegularExpressions;
using Bolyst.Intake.Description;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>One layer of a delivered file, every feature of it, moved to EPSG:25833.</summary>
/// <param name="Columns">Names of the fields.</param>
/// <param name="Features">In the order of the file, numbered as in the file; those that GDAL passes over in silence are put back, without geometry.</param>
/// <param name="PutBack">The features that GDAL passed over.</param>
internal sealed record DeliveredLayer(IReadOnlyList<string> Columns, IReadOnlyList<GdalFeature> Features, IReadOnlyList<GdalFeature> PutBack);

/// <summary>Reads one delivered file through GDAL's programs.</summary>
internal sealed partial class BoundaryFileReader(GdalSettings settings, IntakeLimits limits)
{
    private readonly GdalProgram gdal = new(settings);

    /// <exception cref="GdalException">The file cannot be read, or its coordinates are not what it says.</exception>
    /// <exception cref="DeliveryFileException">The file is no whole JSON.</exception>
    public async Task<DeliveredLayer> ReadAsync(DeliveryPath file, OutlineFilesDescription description, CancellationToken ct)
    {
        if (description.Crs is { } crs && !CrsCode().IsMatch(crs))
        {
            throw new GdalException($"'{crs}' is no reference system: write AUTHORITY:CODE, such as EPSG:25833.");
        }

        var format = await BoundaryFormat.OfAsync(file.FullPath, ct);
        var json = format == BoundaryFormat.GeoJson ? await Task.Run(() => JsonFeatures.Scan(file.FullPath, file.Name, limits, ct), ct) : null;
        format = json?.Format ?? format;
        using var workspace = GdalWorkspace.Open(file.FullPath, format, await GdalDrivers.SkipAllButAsync(gdal, format.Driver, ct), settings);
        var layer = Choose(await GdalLayer.ListAsync(gdal, workspace, ct), description.Layer);
        var kind = await KindAsync(layer, description, ct);
        var delivered = await GdalFeatures.ReadAsync(gdal, workspace, layer.Name, description, transform: false, ct);
        CoordinateCheck.Demand(kind, delivered, description);
        var moved = await GdalFeatures.ReadAsync(gdal, workspace, layer.Name, description, transform: true, ct);
        var features = moved with { Features = [.. moved.Features.Zip(delivered.Features, (feature, raw) => feature with { WasInvalid = raw.Geometry is { IsValid: false } })] };
        return json is null ? new DeliveredLayer(features.Columns, features.Features, []) : PutBack(features, json, format == BoundaryFormat.TopoJson ? layer.Name : "");
    }

    private async Task<CrsKind> KindAsync(GdalLayer layer, OutlineFilesDescription description, CancellationToken ct)
    {
        var kind = description.Crs is { } told ? await CrsKinds.OfCodeAsync(gdal, told, ct) : layer.Crs;
        return kind != CrsKind.Unknown
            ? kind
            : throw new GdalException("It does not say its coordinate reference system. Say it with 'crs', such as crs: EPSG:4326 for degrees or crs: EPSG:25833 for metres.");
    }

    private static GdalLayer Choose(IReadOnlyList<GdalLayer> layers, string? name)
    {
        var mapped = layers.Where(layer => layer.HasGeometry).ToArray();
        var names = string.Join(", ", mapped.Select(layer => $"'{layer.Name}'"));
        if (name is not null)
        {
            return Array.Find(mapped, layer => layer.Name == name) ?? throw new GdalException($"It has no layer '{name}' with geometry; it has {(names.Length == 0 ? "none" : names)}.");
        }

        return mapped.Length switch
        {
            1 => mapped[0],
            0 => throw new GdalException("It has no layer with geometry."),
            _ => throw new GdalException($"It has {mapped.Length} layers: {names}. Say which with 'layer'."),
        };
    }

    private static DeliveredLayer PutBack(GdalFeatures read, JsonFeatures json, string layer)
    {
        var total = json.Layers.GetValueOrDefault(layer);
        var lost = total - read.Features.Count;
        if (lost == 0)
        {
            return new DeliveredLayer(read.Columns, read.Features, []);
        }

        var without = json.WithoutGeometry.GetValueOrDefault(layer) ?? [];
        if (lost != without.Count)
        {
            throw new GdalException(string.Create(
                CultureInfo.InvariantCulture,
                $"It holds {total} features, GDAL reads {read.Features.Count}, and {without.Count} have no geometry: some would be lost. Convert the file with another tool."));
        }

        var putBack = without
            .Select(feature => new GdalFeature(feature.Number, [.. read.Columns.Select(column => feature.Fields.GetValueOrDefault(column) ?? "")], null))
            .ToArray();
        var places = Enumerable.Range(1, total).Except(without.Select(feature => feature.Number));
        var numbered = read.Features.Zip(places, (feature, number) => feature with { Number = number });
        return new DeliveredLayer(read.Columns, [.. numbered.Concat(putBack).OrderBy(feature => feature.Number)], putBack);
    }

    [GeneratedRegex("^[A-Za-z]{2,10}:[0-9]{1,7}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CrsCode();
}
