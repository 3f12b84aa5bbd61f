using Bolyst.Intake.Description;

namespace Bolyst.Intake.Tests.Description;

/// <summary>A folder of its own with the files of a delivery, removed afterwards.</summary>
internal sealed class DescriptionFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bolyst-intake-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public DeliveryDescription Parse(string yaml) => DeliveryDescription.Parse(yaml, "d.yaml", Path);

    /// <summary>The errors of a description that must not load.</summary>
    public IReadOnlyList<DescriptionError> ErrorsOf(string yaml) => Assert.Throws<DescriptionException>(() => Parse(yaml)).Errors;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
