using Bolyst.Intake.Boundaries;
using Bolyst.Intake.Boundaries.Gdal;
using Bolyst.Intake.Description;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Describing;

/// <summary>What a file holds, as far as it was looked at.</summary>
/// <param name="Name">The name the draft gives it.</param>
/// <param name="Columns">Its fields.</param>
/// <param name="Rows">Rows or features looked at.</param>
/// <param name="Remarks">What a person should know, such as what was detected.</param>
internal sealed record FileProfile(string Name, IReadOnlyList<ColumnProfile> Columns, long Rows, IReadOnlyList<string> Remarks)
{
    private const int MostRows = 50_000;

    /// <summary>True for outlines, false for a table.</summary>
    public bool IsBoundary { get; private init; }

    /// <summary>The reference system to write, where the file does not say it.</summary>
    public string? GuessedCrs { get; private init; }

    /// <summary>The format of a table.</summary>
    public TableFormat Format { get; private init; }

    /// <summary>Looks at a file.</summary>
    /// <exception cref="DeliveryFileException">It can be read neither as outlines nor as a table.</exception>
    /// <exception cref="DescriptionException">It holds several tables; says how to choose one.</exception>
    public static async Task<FileProfile> LookAsync(DeliveryPath file, GdalSettings gdal, IntakeLimits limits, CancellationToken ct)
    {
        if (await IsOutlinesAsync(file.FullPath, ct))
        {
            return await LookAtOutlinesAsync(file, gdal, limits, ct);
        }

        using var table = TableReader.Open(new TabularFileDescription { File = file }, limits);
        var columns = table.Layout.Names.Select(n => new ColumnProfile(n)).ToList();
        var rows = 0L;
        while (rows < MostRows && table.Read())
        {
            rows++;
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Add(table[i]);
            }
        }

        return new FileProfile(file.Name, columns, rows, table.Detected.Length == 0 ? [] : [table.Detected]) { Format = TableFormats.Detect(file.FullPath) };
    }

    private static async Task<FileProfile> LookAtOutlinesAsync(DeliveryPath file, GdalSettings gdal, IntakeLimits limits, CancellationToken ct)
    {
        var reader = new BoundaryFileReader(gdal, limits);
        var description = new BoundaryDescription { Files = [file], Code = new FieldDescription { Value = "-" } };
        try
        {
            return Profile(file, await reader.ReadAsync(file, description, ct), null);
        }
        catch (GdalException fault) when (fault.Message.Contains("'crs'", StringComparison.Ordinal))
        {
            // TopoJSON never says its reference system; degrees are by far the most common.
            const string degrees = "EPSG:4326";
            return Profile(file, await reader.ReadAsync(file, description with { Crs = degrees }, ct), degrees);
        }
    }

    private static FileProfile Profile(DeliveryPath file, DeliveredLayer layer, string? guessedCrs)
    {
        var columns = layer.Columns.Select(c => new ColumnProfile(c)).ToList();
        foreach (var feature in layer.Features)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                columns[i].Add(feature.Fields[i]);
            }
        }

        var types = layer.Features.GroupBy(f => f.Geometry?.GeometryType ?? "no geometry", StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}");
        return new FileProfile(file.Name, columns, layer.Features.Count, [$"{layer.Features.Count} features ({string.Join(", ", types)})"]) { IsBoundary = true, GuessedCrs = guessedCrs };
    }

    // JSON may be either: GeoJSON and TopoJSON name their type first or soon.
    private static async Task<bool> IsOutlinesAsync(string path, CancellationToken ct)
    {
        try
        {
            var format = await BoundaryFormat.OfAsync(path, ct);
            if (format != BoundaryFormat.GeoJson)
            {
                return true;
            }

            using var reader = new StreamReader(path);
            var head = new char[4096];
            var text = new string(head, 0, await reader.ReadBlockAsync(head, ct));
            return text.Contains("\"FeatureCollection\"", StringComparison.Ordinal) || text.Contains("\"Topology\"", StringComparison.Ordinal);
        }
        catch (GdalException)
        {
            // None of the formats of outlines: then it is a table.
            return false;
        }
    }
}
