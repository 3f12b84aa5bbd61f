using System.Text.Json;
using Bolyst.Service.Faults;

namespace Bolyst.Service.Styles.Colours;

/// <summary>
/// A row of colours that stay apart for those who see no red, no green or no blue: a test measures it. YlOrBr, BuPu and PuOr are
/// ColorBrewer's (Cynthia Brewer, Mark Harrower and The Pennsylvania State University, Apache 2.0), each length drawn for itself; cividis is
/// that of Nuñez, Anderton and Renslow (2018, PLOS ONE 13/7).
/// </summary>
/// <param name="Name">Its name in requests.</param>
/// <param name="IsDiverging">True when it leaves a light middle in two directions.</param>
/// <param name="Rows">By length, from 3. Sequential from light to dark; diverging from dark violet over light to dark orange.</param>
internal sealed record Palette(string Name, bool IsDiverging, IReadOnlyDictionary<int, IReadOnlyList<string>> Rows)
{
    private const int Shortest = 3;

    /// <summary>Every palette.</summary>
    public static IReadOnlyList<Palette> All { get; } = Read();

    /// <summary>For indicators that tell of harder or better levekår; dark is harder.</summary>
    public static Palette Levekar { get; } = Find("YlOrBr");

    /// <summary>For numbers that do not tell of better or worse; dark is more.</summary>
    public static Palette Neutral { get; } = Find("BuPu");

    /// <summary>For indexes around an average; violet is below it, orange above.</summary>
    public static Palette AroundMiddle { get; } = Find("PuOr");

    /// <summary>The palette with this name.</summary>
    /// <exception cref="Rpc.RpcException">There is none.</exception>
    public static Palette Find(string name) => All.FirstOrDefault(palette => string.Equals(palette.Name, name, StringComparison.Ordinal))
        ?? throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "palette", $"is '{name}'. There are {string.Join(", ", All.Select(palette => palette.Name))}.");

    /// <summary>A colour for each of some classes, the first for the lowest.</summary>
    /// <param name="classes">How many, at most the longest row.</param>
    public IReadOnlyList<string> Take(int classes)
    {
        if (classes >= Shortest)
            return Rows[classes];
        var shortest = Rows[Shortest];
        return classes switch { 0 => [], 1 => [shortest[1]], _ => [shortest[0], shortest[2]] };
    }

    /// <summary>Colours that leave a middle in two directions.</summary>
    /// <param name="below">Classes below the middle.</param>
    /// <param name="across">Whether a class holds the middle inside.</param>
    /// <param name="above">Classes above the middle.</param>
    /// <returns>A colour for each class; null when a side has more classes than the palette has colours.</returns>
    public IReadOnlyList<string>? TakeAround(int below, bool across, int above)
    {
        var side = Math.Max(2, Math.Max(below, above));
        if (!Rows.TryGetValue((2 * side) + (across ? 1 : 0), out var row))
            return null;
        return [.. row.Skip(side - below).Take(below), .. across ? [row[side]] : Array.Empty<string>(), .. row.Skip(row.Count - side).Take(above)];
    }

    private static Palette[] Read()
    {
        using var stream = typeof(Palette).Assembly.GetManifestResourceStream("palettes.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(palette => new Palette(
            palette.GetProperty("name").GetString()!,
            string.Equals(palette.GetProperty("kind").GetString(), "diverging", StringComparison.Ordinal),
            palette.GetProperty("colours").EnumerateArray()
                .Select(row => (IReadOnlyList<string>)row.GetString()!.Split(' '))
                .ToDictionary(row => row.Count)))];
    }
}
