using System.Security.Cryptography;
using System.Text;
using Bolyst.Intake.Description;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Import;

/// <summary>What a delivery consists of, and the hash that tells it from every other.</summary>
/// <param name="Files">Its files with their hashes.</param>
/// <param name="Sha256">The hash of the description and all files, lower-case hex.</param>
internal sealed record DeliveryHash(IReadOnlyList<DeliveredFile> Files, string Sha256)
{
    public static async Task<DeliveryHash> TakeAsync(DeliveryDescription description, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var files = new List<DeliveredFile>();
        var whole = new StringBuilder(description.Text).Append('\n');
        foreach (var (name, path) in description.Files.SelectMany(WithItsParts).DistinctBy(f => f.Name, StringComparer.Ordinal))
        {
            progress?.Report(new ImportProgress(ImportStep.Hashing, name, 0, new FileInfo(path).Length, 0));
            await using var stream = File.OpenRead(path);
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
            files.Add(new DeliveredFile(name, stream.Length, hash));
            whole.Append(hash).Append(' ').Append(name).Append('\n');
        }

        return new DeliveryHash(files, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole.ToString()))));
    }

    // A Shapefile is several files of one name, and a geodatabase a folder of files.
    private static IEnumerable<(string Name, string Path)> WithItsParts(DeliveryPath file)
    {
        var folder = Path.GetDirectoryName(file.Name) ?? "";
        var parts = Directory.Exists(file.FullPath) ? Directory.EnumerateFiles(file.FullPath, "*", SearchOption.AllDirectories)
            : Path.GetExtension(file.Name).Equals(".shp", StringComparison.OrdinalIgnoreCase) ? Directory.EnumerateFiles(Path.GetDirectoryName(file.FullPath)!, Path.GetFileNameWithoutExtension(file.Name) + ".*")
            : [file.FullPath];
        var root = Directory.Exists(file.FullPath) ? file.FullPath : Path.GetDirectoryName(file.FullPath)!;
        var prefix = Directory.Exists(file.FullPath) ? file.Name : folder;
        return parts.Order(StringComparer.Ordinal).Select(path => (Path.Combine(prefix, Path.GetRelativePath(root, path)).Replace('\\', '/'), path));
    }
}
