using Bolyst.Service.Reading;
using Bolyst.Store.Columns;
using Bolyst.Store.Model;

namespace Bolyst.Service.Layers;

/// <summary>
/// A zone set as a table for GIS: its zones, and fields with numbers and the reasons where there are none. Every door reads the same
/// table, so that a value is the same whichever way it leaves.
/// </summary>
/// <param name="Dataset">What it was read from.</param>
/// <param name="Set">The zone set.</param>
/// <param name="Axis">Its zones.</param>
/// <param name="Fields">Its fields, after code and name.</param>
internal sealed record Layer(Dataset Dataset, ZoneSetInfo Set, ZoneAxis Axis, IReadOnlyList<LayerField> Fields);
