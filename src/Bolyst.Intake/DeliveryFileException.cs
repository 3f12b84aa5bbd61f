using System.Globalization;

namespace Bolyst.Intake;

/// <summary>A delivered file that cannot be read as the description says.</summary>
/// <param name="file">The file as the description names it.</param>
/// <param name="line">Its 1-based line, row or feature; 0 where it concerns the whole file.</param>
/// <param name="field">The field at fault, or null.</param>
/// <param name="fault">What is wrong and what to do.</param>
public sealed class DeliveryFileException(string file, long line, string? field, string fault)
    : Exception($"{Place(file, line, field)}: {fault}")
{
    /// <summary>The file as the description names it.</summary>
    public string File { get; } = file;

    /// <summary>The 1-based line, row or feature; 0 where it concerns the whole file.</summary>
    public long Line { get; } = line;

    /// <summary>The field at fault, or null.</summary>
    public string? Field { get; } = field;

    /// <summary>What is wrong, without the place.</summary>
    public string Fault { get; } = fault;

    internal static string Place(string file, long line, string? field) =>
        (line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}") : file) + (field is null ? "" : $": field '{field}'");
}
