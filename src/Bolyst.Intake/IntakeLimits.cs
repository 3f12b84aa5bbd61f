namespace Bolyst.Intake;

/// <summary>How much a delivery may ask of the machine. Past a limit the import stops with an error that names it.</summary>
public sealed record IntakeLimits
{
    /// <summary>The limits that hold unless others are given.</summary>
    public static IntakeLimits Default { get; } = new();

    /// <summary>The longest line of a text table and the longest text in JSON, in characters. Default 1 048 576.</summary>
    public int MaxLineLength { get; init; } = 1 << 20;

    /// <summary>The most fields of a row. Default 10 000.</summary>
    public int MaxFields { get; init; } = 10_000;

    /// <summary>The largest JSON-stat file, in bytes; it is read whole. Default 64 MiB, many times what SSB's API gives in one answer.</summary>
    public long MaxJsonStatBytes { get; init; } = 64L << 20;

    /// <summary>The most cells of a JSON-stat file, empty ones included. Default 10 000 000.</summary>
    public int MaxJsonStatCells { get; init; } = 10_000_000;

    /// <summary>The largest workbook, unpacked, in bytes: a workbook is an archive and a small one can unpack to a very large one. Default 512 MiB.</summary>
    public long MaxWorkbookBytes { get; init; } = 512L << 20;

    /// <summary>The most different codes, periods or categories of one table. Default 1 000 000.</summary>
    public int MaxDistinctTexts { get; init; } = 1_000_000;

    /// <summary>The most series (indicator, period and breakdown) of one delivery. Default 200 000.</summary>
    public int MaxSeries { get; init; } = 200_000;

    /// <summary>The most cells of a table whose numbers stand on different rows; they are held until all rows are read. Default 3 000 000.</summary>
    public int MaxAssembledCells { get; init; } = 3_000_000;
}
