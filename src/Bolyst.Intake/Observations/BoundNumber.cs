using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Tables;

namespace Bolyst.Intake.Observations;

/// <summary>A number's field bound to the fields of a table.</summary>
internal sealed class BoundNumber(NumberDescription description, FieldLayout layout, NumberReader numbers)
{
    private readonly int ordinal = layout.Require(description.Field!, description.At);
    private readonly RowFilter[] where = RowFilter.Bind(description.Where, layout);

    /// <summary>Whether the row holds this number.</summary>
    public bool StandsIn(TableReader row) => RowFilter.All(where, row);

    /// <exception cref="DeliveryFileException">It is neither number nor mark.</exception>
    public Part Read(TableReader row) => numbers.TryRead(row[ordinal], out var part, out var fault)
        ? part with { Number = part.Number * description.Times }
        : throw new DeliveryFileException(layout.Source, row.Line, layout.Names[ordinal], fault!);
}
