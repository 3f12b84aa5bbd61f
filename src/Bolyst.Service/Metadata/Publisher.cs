namespace Bolyst.Service.Metadata;

/// <summary>
/// Who publishes the data and whom to ask, as DCAT-AP-NO demands it of every record. <c>BOLYST_PUBLISHER__Name</c> and so on. What is
/// not set is left out of the records, never made up.
/// </summary>
public sealed record Publisher
{
    /// <summary>Name of the organisation, for example <c>Elvsund kommune</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Its address in the register of organisations (https://data.norge.no/organizations/…).</summary>
    public Uri? Uri { get; init; }

    /// <summary>Whom to ask, for example <c>Kartavdelingen</c>. Default the organisation.</summary>
    public string? Contact { get; init; }

    /// <summary>E-mail address for questions.</summary>
    public string? Email { get; init; }

    /// <summary>Page for questions.</summary>
    public Uri? Page { get; init; }
}
