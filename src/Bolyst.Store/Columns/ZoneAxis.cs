using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bolyst.Store.Columns;

/// <summary>The zones of one generation of a zone set, in the order of their codes: the axis of every column over it. Immutable.</summary>
public sealed class ZoneAxis
{
    // Made when a code is first looked up: who reads columns by ordinal never needs it.
    private readonly Lazy<FrozenDictionary<string, int>> ordinals;

    internal ZoneAxis(string zoneSet, long version, ImmutableArray<string> codes, ImmutableArray<string> names)
    {
        ZoneSet = zoneSet;
        Version = version;
        Codes = codes;
        Names = names;
        ordinals = new(() => codes.Select((code, ordinal) => KeyValuePair.Create(code, ordinal)).ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Key of the zone set.</summary>
    public string ZoneSet { get; }

    /// <summary>Dataset version of the delivery that brought this generation.</summary>
    public long Version { get; }

    /// <summary>Codes in ordinal order.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Names, aligned with <see cref="Codes"/>.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Number of zones.</summary>
    public int Count => Codes.Length;

    // An estimate that counts a code and a name as 64 bytes each and the dictionary as 48.
    internal long Bytes => 200 + (Count * 176L);

    /// <summary>Some of the zones, as an axis of their own.</summary>
    /// <param name="zones">Their ordinals, in the order wanted.</param>
    public ZoneAxis Of(IReadOnlyList<int> zones) => new(ZoneSet, Version, [.. zones.Select(zone => Codes[zone])], [.. zones.Select(zone => Names[zone])]);

    /// <summary>Place of a code on the axis; -1 when the zone set has none such.</summary>
    public int OrdinalOf(string code) => ordinals.Value.GetValueOrDefault(code, -1);
}
