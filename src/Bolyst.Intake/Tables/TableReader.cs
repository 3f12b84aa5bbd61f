using Bolyst.Intake.Description;
using Bolyst.Intake.Fields;
using Bolyst.Intake.Tables.Json;
using Bolyst.Intake.Tables.Text;
using Bolyst.Intake.Tables.Workbook;

namespace Bolyst.Intake.Tables;

/// <summary>Reads the rows of a delivered table one after another, without holding more than one of them.</summary>
public abstract class TableReader : IFieldRow, IDisposable
{
    /// <summary>The fields that every row has.</summary>
    public abstract FieldLayout Layout { get; }

    /// <summary>The 1-based line of the current row: in a workbook its row, in JSON its object or cell.</summary>
    public abstract long Line { get; }

    /// <summary>How far the file has been read, in bytes, for progress.</summary>
    public abstract long BytesRead { get; }

    /// <summary>The field with the zone's code, where the format itself says so (JSON-stat's role geo).</summary>
    public virtual string? ZoneField => null;

    /// <summary>The field with the period, where the format itself says so (JSON-stat's role time).</summary>
    public virtual string? PeriodField => null;

    /// <summary>The field with the status mark, where the format itself has one (JSON-stat).</summary>
    public virtual string? StatusField => null;

    /// <summary>What was detected rather than told: <c>delimiter ';', encoding windows1252</c>. Empty where all was told.</summary>
    public virtual string Detected => "";

    /// <inheritdoc/>
    public abstract ReadOnlySpan<char> this[int ordinal] { get; }

    /// <summary>Opens a table and reads up to its first row.</summary>
    /// <exception cref="DeliveryFileException">The file is not what the description says.</exception>
    /// <exception cref="DescriptionException">The description asks for a sheet or a data set that is not there.</exception>
    public static TableReader Open(TabularFileDescription description, IntakeLimits? limits = null)
    {
        limits ??= IntakeLimits.Default;
        var file = description.File;
        if (new FileInfo(file.FullPath) is not { Exists: true } info)
        {
            throw new DeliveryFileException(file.Name, 0, null, "This is a folder; a table is a file.");
        }

        if (info.Length == 0)
        {
            throw new DeliveryFileException(file.Name, 0, null, "The file is empty.");
        }

        return (description.Format ?? TableFormats.Detect(file.FullPath)) switch
        {
            TableFormat.Json => new JsonTableReader(description, limits),
            TableFormat.Jsonstat => new JsonStatReader(description, limits),
            TableFormat.Xlsx => new WorkbookReader(description, limits),
            TableFormat.Tsv => new DelimitedReader(description with { Delimiter = description.Delimiter ?? "\t" }, limits),
            _ => new DelimitedReader(description, limits),
        };
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    /// <exception cref="DeliveryFileException">The row is not well formed.</exception>
    public abstract bool Read();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);
}
