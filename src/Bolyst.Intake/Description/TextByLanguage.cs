using Bolyst.Store.Model;

namespace Bolyst.Intake.Description;

/// <summary>A text in Norwegian bokmål and, where there is one, nynorsk and English. A bare text is bokmål.</summary>
[Shorthand(nameof(Nb))]
public sealed record TextByLanguage : DescriptionBlock
{
    /// <summary>Bokmål.</summary>
    public required string Nb { get; init; }

    /// <summary>Nynorsk. Absent: clients show bokmål.</summary>
    public string? Nn { get; init; }

    /// <summary>English. Absent: clients show bokmål.</summary>
    public string? En { get; init; }

    internal LocalizedText ToModel() => new(Nb, Nn, En);
}
