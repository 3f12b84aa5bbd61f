namespace Bolyst.Intake.Description;

/// <summary>The formats tables are read from.</summary>
public enum TableFormat
{
    /// <summary>Text with a delimiter (comma, semicolon, ...).</summary>
    Csv,

    /// <summary>Text with tabs.</summary>
    Tsv,

    /// <summary>A JSON array of objects, at the top or inside.</summary>
    Json,

    /// <summary>JSON-stat 2.0 or 1.x.</summary>
    Jsonstat,

    /// <summary>An Excel workbook.</summary>
    Xlsx,
}

/// <summary>The encodings text is read in.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, with or without byte order mark.</summary>
    Utf8,

    /// <summary>ISO 8859-1.</summary>
    Latin1,

    /// <summary>Windows code page 1252.</summary>
    Windows1252,

    /// <summary>UTF-16; big-endian where the byte order mark says so.</summary>
    Utf16,
}

/// <summary>A file with rows and how it is written. What is not told is detected.</summary>
public record TabularFileDescription : DescriptionBlock
{
    /// <summary>The file, relative to the base folder.</summary>
    public required DeliveryPath File { get; init; }

    /// <summary>The format. Default: from the file's name and first bytes.</summary>
    public TableFormat? Format { get; init; }

    /// <summary>One character between fields. Default: the one of comma, semicolon, tab and vertical bar that splits the first lines alike.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The character around fields. Default a double quote; none where the file does not quote.</summary>
    public string Quote { get; init; } = "\"";

    /// <summary>The encoding. Default: by byte order mark; else UTF-8 where the text is valid UTF-8, else Windows-1252.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>Lines (rows in a workbook) to pass over before the header. Default 0.</summary>
    public int SkipLines { get; init; }

    /// <summary>Names for the columns, where the file has no header line.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The sheet of a workbook. Default: the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>JSON: the keys that lead to the array of objects, with dots: features, or data.rows. Default: the top of the file.</summary>
    public string? Rows { get; init; }

    /// <summary>JSON-stat: the name of the data set, where a file holds several.</summary>
    public string? Dataset { get; init; }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        if (Delimiter is not null && (Delimiter.Length != 1 || Delimiter is "\n" or "\r"))
        {
            yield return new BlockFault("delimiter", "A delimiter is one character: ',' or ';' or \"\\t\".");
        }

        if (Quote is not ("none" or { Length: 1 }))
        {
            yield return new BlockFault("quote", "A quote is one character, or none.");
        }

        if (SkipLines is < 0 or > 10_000)
        {
            yield return new BlockFault("skipLines", "Between 0 and 10000 lines can be passed over.");
        }

        if (Columns is { Count: 0 })
        {
            yield return new BlockFault("columns", "Name at least one column.");
        }
    }
}
