using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>A column of a layer, by zone ordinal.</summary>
/// <param name="Name">Name in files, tiles and filters: letters, digits and underscores.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Unit">Unit of the numbers; null for text.</param>
internal abstract record LayerField(string Name, LocalizedText Title, string? Unit);

/// <summary>A column of numbers; null where there is none, and the field <c>{name}_status</c> says why.</summary>
/// <param name="Name">See <see cref="LayerField"/>.</param>
/// <param name="Title">See <see cref="LayerField"/>.</param>
/// <param name="Unit">See <see cref="LayerField"/>.</param>
/// <param name="At">The number of a zone.</param>
internal sealed record NumberField(string Name, LocalizedText Title, string? Unit, Func<int, double?> At) : LayerField(Name, Title, Unit);

/// <summary>A column of text; never null.</summary>
/// <param name="Name">See <see cref="LayerField"/>.</param>
/// <param name="Title">See <see cref="LayerField"/>.</param>
/// <param name="At">The text of a zone.</param>
internal sealed record TextField(string Name, LocalizedText Title, Func<int, string> At) : LayerField(Name, Title, null);

/// <summary>A column of days; null where none is set.</summary>
/// <param name="Name">See <see cref="LayerField"/>.</param>
/// <param name="Title">See <see cref="LayerField"/>.</param>
/// <param name="At">The day of a feature.</param>
internal sealed record DateField(string Name, LocalizedText Title, Func<int, DateOnly?> At) : LayerField(Name, Title, null);
