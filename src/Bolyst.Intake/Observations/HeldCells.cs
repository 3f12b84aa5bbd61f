using System.Runtime.InteropServices;
using Bolyst.Store.Model;

namespace Bolyst.Intake.Observations;

/// <summary>A cell's place.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellPlace(int ZoneId, Period Period, string Breakdown);

/// <summary>The cells of the few indicators that later steps of the same import need: denominators of others, and counts to sum.</summary>
internal sealed class HeldCells(IEnumerable<string> indicators)
{
    private readonly Dictionary<string, Dictionary<CellPlace, Cell>> held = indicators.Distinct(StringComparer.Ordinal).ToDictionary(i => i, _ => new Dictionary<CellPlace, Cell>(), StringComparer.Ordinal);

    /// <summary>Keeps a cell if its indicator is wanted.</summary>
    public void Keep(string indicator, int zoneId, Period period, string breakdown, Cell cell)
    {
        if (held.Count > 0 && held.TryGetValue(indicator, out var cells))
        {
            cells[new CellPlace(zoneId, period, breakdown)] = cell;
        }
    }

    /// <summary>The cells of an indicator; empty where this delivery has none.</summary>
    public IReadOnlyDictionary<CellPlace, Cell> Of(string indicator) => held[indicator];
}
