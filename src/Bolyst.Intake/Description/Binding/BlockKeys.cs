using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bolyst.Intake.Description.Binding;

/// <summary>A key of a block, read off the record's property.</summary>
internal sealed record BlockKey(string Name, PropertyInfo Property, bool IsRequired, bool MayBeSingle);

/// <summary>The keys of a block type. Binder, JSON Schema and reference are all made from these, so they cannot drift apart.</summary>
internal sealed class BlockKeys
{
    private static readonly ConcurrentDictionary<Type, BlockKeys> Cache = new();

    private BlockKeys(Type type)
    {
        // The base class's keys come first, as they do in a description.
        All = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<NotAKeyAttribute>() is null && p.SetMethod is not null)
            .OrderBy(p => Depth(p.DeclaringType!))
            .Select(p => new BlockKey(
                p.GetCustomAttribute<KeyAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(p.Name),
                p,
                p.GetCustomAttribute<RequiredMemberAttribute>() is not null,
                p.GetCustomAttribute<OneOrManyAttribute>() is not null))];
        ByName = All.ToDictionary(k => k.Name, StringComparer.Ordinal);
        var shorthand = type.GetCustomAttribute<ShorthandAttribute>()?.PropertyName;
        Shorthand = shorthand is null ? null : All.Single(k => k.Property.Name == shorthand);
    }

    public IReadOnlyList<BlockKey> All { get; }

    public IReadOnlyDictionary<string, BlockKey> ByName { get; }

    /// <summary>The key that a bare value stands for, or null where the block must be written out.</summary>
    public BlockKey? Shorthand { get; }

    public static BlockKeys Of(Type type) => Cache.GetOrAdd(type, static t => new BlockKeys(t));

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
