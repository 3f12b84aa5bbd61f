namespace Bolyst.Intake.Fields;

/// <summary>A description names a field that the file does not have; the message lists those it has.</summary>
public sealed class FieldNotFoundException(string field, IReadOnlyList<string> columns)
    : Exception($"There is no field '{field}'. The file has: {string.Join(", ", columns)}. Field names are compared letter by letter, case included.")
{
    /// <summary>The field asked for.</summary>
    public string Field { get; } = field;
}
