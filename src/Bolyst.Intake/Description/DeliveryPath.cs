namespace Bolyst.Intake.Description;

/// <summary>A file of the delivery: its name as written, and where it lies. Only <see cref="PathRules"/> makes one from a description.</summary>
/// <param name="Name">The path as the description writes it, relative to its base folder.</param>
/// <param name="FullPath">The absolute path; it exists and lies below the base folder.</param>
public sealed record DeliveryPath(string Name, string FullPath)
{
    /// <summary>The name as written.</summary>
    public override string ToString() => Name;
}
