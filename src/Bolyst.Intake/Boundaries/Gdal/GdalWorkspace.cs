using System.Globalization;

namespace Bolyst.Intake.Boundaries.Gdal;

/// <summary>
/// A private folder where GDAL finds a delivered file under a name of ours, by symbolic link, with the sidecars its format has. GDAL reads
/// meaning into names (PG:…, /vsizip/…, http://…, .shz) and writes indexes beside files; here it meets neither the delivered name nor its folder.
/// </summary>
internal sealed class GdalWorkspace : IDisposable
{
    private GdalWorkspace(string folder, BoundaryFormat format, string driversToSkip)
    {
        Folder = folder;
        DriversToSkip = driversToSkip;
        DataPath = Path.Combine(folder, "data" + format.Extension);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The delivered file, as GDAL sees it.</summary>
    public string DataPath { get; }

    /// <summary>The drivers that GDAL must not use here.</summary>
    public string DriversToSkip { get; }

    /// <summary>Makes the folder and its links.</summary>
    /// <exception cref="GdalException">A file is larger than allowed, or a sidecar leads elsewhere.</exception>
    public static GdalWorkspace Open(string path, BoundaryFormat format, string driversToSkip, GdalSettings settings)
    {
        var workspace = new GdalWorkspace(Directory.CreateTempSubdirectory("bolyst-gdal-").FullName, format, driversToSkip);
        try
        {
            Link(path, workspace.DataPath, settings);
            foreach (var sidecar in format.Sidecars)
            {
                if (FindSidecar(path, sidecar) is { } found)
                {
                    Link(found, Path.ChangeExtension(workspace.DataPath, sidecar), settings);
                }
            }

            return workspace;
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string? FindSidecar(string path, string extension) =>
        new[] { extension, extension.ToUpperInvariant() }.Select(tried => Path.ChangeExtension(path, tried)).FirstOrDefault(File.Exists);

    private static void Link(string target, string link, GdalSettings settings)
    {
        var file = new FileInfo(target);
        if (file.Length > settings.InputBytes)
        {
            throw new GdalException(string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Name} has {file.Length >> 20} MiB; at most {settings.InputBytes >> 20} MiB are read (InputBytes of the GDAL settings)."));
        }

        File.CreateSymbolicLink(link, file.FullName);
    }
}
