using System.Reflection;

namespace Bolyst.Service.Tests.Serving;

/// <summary>
/// The program as it would be after a compilation that changed one of its assemblies: the same files but for that one's version id, which every compilation of
/// other sources makes anew.
/// </summary>
internal sealed class OtherBuild : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bolyst-build-");

    public OtherBuild(Assembly changed)
    {
        foreach (var file in Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory))
        {
            var copy = Path.Combine(Folder, Path.GetFileName(file));
            // The host looks for a program's files where the program itself lies, not where a link to it does.
            if (Path.GetFileName(file).StartsWith("Bolyst.", StringComparison.Ordinal))
                File.Copy(file, copy);
            else
                File.CreateSymbolicLink(copy, file);
        }

        var assembly = Path.Combine(Folder, Path.GetFileName(changed.Location));
        var bytes = File.ReadAllBytes(assembly);
        var id = bytes.AsSpan().IndexOf(changed.ManifestModule.ModuleVersionId.ToByteArray());
        Guid.NewGuid().TryWriteBytes(bytes.AsSpan(id));
        File.WriteAllBytes(assembly, bytes);
    }

    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
