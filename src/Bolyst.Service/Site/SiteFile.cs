using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Site;

/// <summary>One file of the page, in memory, with the forms that the build compressed.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Tag">Its entity tag: weak, because the same file travels in several encodings.</param>
/// <param name="Plain">Its bytes.</param>
/// <param name="Encoded">Its compressed bytes by content encoding, the smallest first.</param>
internal sealed record SiteFile(string MediaType, EntityTagHeaderValue Tag, byte[] Plain, IReadOnlyList<(string Encoding, byte[] Bytes)> Encoded)
{
    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly (string Encoding, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Every file of a folder, by its path from there with <c>/</c>, without the compressed forms.</summary>
    public static IReadOnlyDictionary<string, SiteFile> ReadAll(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(path => !Encodings.Any(encoding => path.EndsWith(encoding.Suffix, StringComparison.Ordinal)))
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), Read, StringComparer.Ordinal);

    /// <summary>The bytes to send to a client that accepts these encodings, and how they are encoded; null for plain ones.</summary>
    public (string? Encoding, byte[] Bytes) For(IEnumerable<StringWithQualityHeaderValue> accepted)
    {
        var wanted = accepted.Where(some => some.Quality is not 0).Select(some => some.Value.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (encoding, bytes) in Encoded)
        {
            if (wanted.Contains(encoding))
            {
                return (encoding, bytes);
            }
        }

        return (null, Plain);
    }

    private static SiteFile Read(string path)
    {
        var plain = File.ReadAllBytes(path);
        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return new(
            type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type,
            new($"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16))}\"", isWeak: true),
            plain,
            [.. Encodings.Where(encoding => File.Exists(path + encoding.Suffix)).Select(encoding => (encoding.Encoding, File.ReadAllBytes(path + encoding.Suffix)))]);
    }
}
