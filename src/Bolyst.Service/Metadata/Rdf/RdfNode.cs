using System.Globalization;
using Bolyst.Store.Model;

namespace Bolyst.Service.Metadata.Rdf;

/// <summary>What a property of a resource is.</summary>
internal abstract record RdfValue;

/// <summary>The name of a resource.</summary>
/// <param name="Address">An absolute address.</param>
internal sealed record Iri(string Address) : RdfValue;

/// <summary>Text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Language">Its language (BCP 47); null for none.</param>
/// <param name="Type">Its datatype, with a prefix of <see cref="Vocabulary"/>; null for text.</param>
internal sealed record Literal(string Text, string? Language = null, string? Type = null) : RdfValue;

/// <summary>A resource with its properties; part of the one that names it.</summary>
/// <param name="Address">Its name; null for none.</param>
/// <param name="Type">Its class, with a prefix of <see cref="Vocabulary"/>.</param>
internal sealed record RdfNode(string? Address, string Type) : RdfValue
{
    private readonly List<(string Property, RdfValue Value)> properties = [];

    /// <summary>Properties in the order they were added, names with a prefix of <see cref="Vocabulary"/>.</summary>
    public IReadOnlyList<(string Property, RdfValue Value)> Properties => properties;

    /// <summary>Adds a property, unless there is nothing to say.</summary>
    public RdfNode Add(string property, RdfValue? value)
    {
        if (value is not null)
            properties.Add((property, value));
        return this;
    }

    /// <summary>Adds a text in each language it is given in.</summary>
    public RdfNode Add(string property, LocalizedText text) => Add(property, new Literal(text.Nb, "nb"))
        .Add(property, text.Nn is { Length: > 0 } nn ? new Literal(nn, "nn") : null)
        .Add(property, text.En is { Length: > 0 } en ? new Literal(en, "en") : null);

    /// <summary>Adds a day.</summary>
    public RdfNode Add(string property, DateOnly? day) =>
        Add(property, day is { } known ? new Literal(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Type: "xsd:date") : null);

    /// <summary>Adds a time.</summary>
    public RdfNode Add(string property, DateTimeOffset time) =>
        Add(property, new Literal(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Type: "xsd:dateTime"));
}
