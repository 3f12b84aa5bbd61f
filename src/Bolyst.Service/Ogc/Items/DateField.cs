using Bolyst.Service.Layers;
using Bolyst.Store.Model;

namespace Bolyst.Service.Ogc.Items;

/// <summary>A column of days; null where none is set.</summary>
/// <param name="Name">See <see cref="LayerField"/>.</param>
/// <param name="Title">See <see cref="LayerField"/>.</param>
/// <param name="At">The day of a feature.</param>
internal sealed record DateField(string Name, LocalizedText Title, Func<int, DateOnly?> At) : LayerField(Name, Title, null);
