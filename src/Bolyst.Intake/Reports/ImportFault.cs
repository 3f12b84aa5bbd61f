using System.Text.Json.Serialization;

namespace Bolyst.Intake.Reports;

/// <summary>One reason why a delivery is refused.</summary>
/// <param name="Place">The file with its line, the field, or the place in the description.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ImportFault(string Place, string Message)
{
    /// <summary><c>place: message</c>.</summary>
    public override string ToString() => $"{Place}: {Message}";
}

/// <summary>The faults of a delivery: the number of all, and the first of them in words.</summary>
public sealed class FaultList
{
    /// <summary>How many faults are told.</summary>
    public const int Shown = 100;

    /// <summary>The number of faults found.</summary>
    [JsonPropertyOrder(0)]
    public long Total { get; private set; }

    /// <summary>The first faults, at most <see cref="Shown"/>.</summary>
    [JsonPropertyOrder(1)]
    public List<ImportFault> Faults { get; } = [];

    /// <summary>Adds a fault.</summary>
    public void Add(string place, string message)
    {
        Total++;
        if (Faults.Count < Shown)
        {
            Faults.Add(new ImportFault(place, message));
        }
    }
}
