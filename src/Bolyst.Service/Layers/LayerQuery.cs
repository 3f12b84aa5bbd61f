namespace Bolyst.Service.Layers;

/// <summary>Which fields of a layer are wanted, as every door by HTTP takes them.</summary>
/// <param name="Indicators">Keys of indicators; null for all that the zone set has totals of.</param>
/// <param name="Indexes">Keys of index definitions; null for all whose inputs the zone set has.</param>
/// <param name="Period">Period of every indicator; null for the newest of each.</param>
/// <param name="AsOf">Dataset version; 0 for the newest.</param>
/// <param name="Composite">A composite index of the caller's own, on this zone set; null for none.</param>
internal sealed record LayerQuery(IReadOnlyList<string>? Indicators, IReadOnlyList<string>? Indexes, string? Period, long AsOf, V1.CompositeQuery? Composite = null)
{
    /// <summary>What stands for no keys at all.</summary>
    public const string None = "none";

    /// <summary>All of the newest dataset version, of the newest period each: what an address without parameters asks for.</summary>
    public static LayerQuery All { get; } = new(Indicators: null, Indexes: null, Period: null, AsOf: 0);

    /// <summary>Which measures, as text: equal when they are. The version is not in it. Made when asked for, so that <c>with</c> makes it anew.</summary>
    public string Key => $"{Period}|{List(Indicators)}|{List(Indexes)}|{Composite}";

    /// <summary>
    /// Reads <c>indicators</c> and <c>indexes</c> (keys separated by commas, <c>none</c>, or absent for all), <c>period</c> and
    /// <c>as_of</c>.
    /// </summary>
    /// <exception cref="Rpc.RpcException"><c>period</c> is no period, or <c>as_of</c> no dataset version.</exception>
    public static LayerQuery Read(IQueryCollection query) => new(
        Keys(query["indicators"]),
        Keys(query["indexes"]),
        PeriodOf(query["period"].ToString()),
        Version(query["as_of"].ToString()));

    private static string List(IReadOnlyList<string>? keys) => keys is null ? "*" : string.Join(',', keys);

    private static string[]? Keys(string? text) => text switch
    {
        null or "" => null,
        None => [],
        _ => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
    };

    private static string? PeriodOf(string text) => text.Length == 0 ? null
        : Store.Model.Period.TryParse(text, out _) ? text
        : throw Faults.Fault.InvalidArgument(
            V1.ErrorReason.FieldMalformed, "period", $"is '{text}', which is no period. Write a year (2013), a quarter (2021K4), a month (2021M05), years (2019-2021) or a day (2013-01-01).");

    private static long Version(string text) => text.Length == 0 ? 0
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version
        : throw Faults.Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, "as_of", $"is '{text}', which is not a dataset version. Give a whole number, or leave it out for the newest.");
}
