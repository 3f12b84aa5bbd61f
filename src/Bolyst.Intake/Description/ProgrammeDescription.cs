using Bolyst.Store.Model;

namespace Bolyst.Intake.Description;

/// <summary>What an områdesatsing is, for one that Bolyst does not know yet. The same key in a later delivery is a new version.</summary>
public sealed record ProgrammeDescription : DescriptionBlock
{
    /// <summary>The programme's official name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names in use.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The kommune's number, four digits.</summary>
    public required string KommuneCode { get; init; }

    /// <summary>The kommune's name.</summary>
    public required string KommuneName { get; init; }

    /// <summary>The area in words.</summary>
    public string? Area { get; init; }

    /// <summary>The first year.</summary>
    public int? StartYear { get; init; }

    /// <summary>The last year, counted as active.</summary>
    public int? EndYear { get; init; }

    /// <summary>How far it has come.</summary>
    public required OmradesatsingStatus Status { get; init; }

    /// <summary>Its delprogram or innsatsområde.</summary>
    public IReadOnlyList<string> Delprogram { get; init; } = [];

    /// <summary>Its goals.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>Who pays for it.</summary>
    public IReadOnlyList<string> Funders { get; init; } = [];

    /// <summary>Keys of the områdesatsingar it follows.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];

    /// <summary>What else a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if (KommuneCode.Length != 4 || !KommuneCode.All(char.IsAsciiDigit))
        {
            yield return new BlockFault("kommuneCode", $"'{KommuneCode}' is no kommune number: write four digits in quotes, such as \"0301\".");
        }

        if (EndYear < StartYear)
        {
            yield return new BlockFault("endYear", "The last year lies before the first.");
        }
    }
}
