using Bolyst.Service.Layers;
using Bolyst.Store;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>
/// Turns a filter into a question about one feature: true, false, or null for unknown, since a comparison with what is missing is
/// neither. Places are asked of the database beforehand, once each; everything else is compared in memory.
/// </summary>
internal sealed class CqlEvaluation(Layer layer, BolystStore store, CancellationToken cancellation)
{
    /// <summary>The question.</summary>
    /// <exception cref="Rpc.RpcException">A property is not there, or a value is of another kind.</exception>
    public async Task<Func<int, bool?>> CompileAsync(Cql filter)
    {
        switch (filter)
        {
            case AllOf all:
                return Joined(await PartsAsync(all.Parts), until: false);
            case AnyOf any:
                return Joined(await PartsAsync(any.Parts), until: true);
            case Not not:
                var part = await CompileAsync(not.Part);
                return at => !part(at);
            case Constant constant:
                return _ => constant.Value;
            case Place place:
                var inside = (await store.Features.RelatedAsync(layer.Head.Id, place.Relation, place.Geometry, layer.Version, cancellation)).ToHashSet();
                var without = layer.Head.Extent.WithoutOutline.ToHashSet();
                return at => without.Contains(at) ? null : inside.Contains(at);
            case Comparison comparison:
                return Compare(comparison.Operator, comparison.Left, comparison.Right);
            case OneOf one:
                return Joined([.. one.List.Select(item => Compare("=", one.Value, item))], until: true);
            case IsMissing { Value: Property { Name: FilterPlaces.PropertyName } }:
                var bare = layer.Head.Extent.WithoutOutline.ToHashSet();
                return at => bare.Contains(at);
            case IsMissing missing:
                var known = Bind(missing.Value);
                return at => known.At(at) is null;
            case Like like:
                var text = Bind(like.Value);
                if (text.Kind != typeof(string))
                    throw CqlFault.Meaning($"LIKE compares text, and {text.Name} is {Word(text.Kind)}.");
                var pattern = new LikePattern(like.Pattern);
                return at => text.At(at) is string given ? pattern.Matches(given) : null;
            case Time time:
                return CqlTime.Compile(time, scalar => Bind(scalar));
            default:
                throw new ArgumentException($"There is no way to evaluate a {filter.GetType().Name}.", nameof(filter));
        }
    }

    private async Task<Func<int, bool?>[]> PartsAsync(IReadOnlyList<Cql> parts)
    {
        var compiled = new List<Func<int, bool?>>();
        foreach (var part in parts)
        {
            compiled.Add(await CompileAsync(part));
        }

        return [.. compiled];
    }

    /// <summary>AND ends at the first that is false, OR at the first that is true; else one unknown makes all unknown.</summary>
    private static Func<int, bool?> Joined(Func<int, bool?>[] parts, bool until) => at =>
    {
        bool? joined = !until;
        foreach (var part in parts)
        {
            var one = part(at);
            if (one == until)
                return until;
            joined = one is null ? null : joined;
        }

        return joined;
    };

    private Func<int, bool?> Compare(string op, Scalar one, Scalar other)
    {
        var (left, right) = (Bind(one), Bind(other));
        // What is written as text beside days is read as one of them.
        (left, right) = (right.Kind == typeof(DateOnly) ? CqlTime.Read(one, left) : left, left.Kind == typeof(DateOnly) ? CqlTime.Read(other, right) : right);
        if (left.Kind != right.Kind)
            throw CqlFault.Meaning($"{left.Name} is {Word(left.Kind)} and {right.Name} is {Word(right.Kind)}: they cannot be compared. Write text in single quotes, days as DATE('2024-01-01').");
        Func<int, bool> holds = op switch
        {
            "=" => order => order == 0,
            "<>" => order => order != 0,
            "<" => order => order < 0,
            "<=" => order => order <= 0,
            ">" => order => order > 0,
            _ => order => order >= 0,
        };
        return at => left.At(at) is { } one && right.At(at) is { } other ? holds(Order(one, other)) : null;
    }

    /// <summary>Text by code point, like codes, whatever the language of the machine.</summary>
    private static int Order(object one, object other) =>
        one is string text ? string.CompareOrdinal(text, (string)other) : ((IComparable)one).CompareTo(other);

    private BoundScalar Bind(Scalar scalar) => scalar switch
    {
        Literal literal => new($"'{literal.Value}'", literal.Value.GetType(), _ => literal.Value),
        Property property => BoundScalar.Of(layer.Field(property.Name, "filter")),
        _ => throw new ArgumentException($"There is no value in a {scalar.GetType().Name}.", nameof(scalar)),
    };

    private static string Word(Type kind) => kind == typeof(double) ? "a number" : kind == typeof(string) ? "text" : kind == typeof(bool) ? "true or false" : "a day";
}

/// <summary>A value with its kind: double, string, bool or DateOnly.</summary>
/// <param name="Name">Its name for faults.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="At">The value of a feature; null when missing.</param>
internal sealed record BoundScalar(string Name, Type Kind, Func<int, object?> At)
{
    /// <summary>The values of a column.</summary>
    public static BoundScalar Of(LayerField field) => field switch
    {
        NumberField number => new(field.Name, typeof(double), at => number.At(at)),
        DateField date => new(field.Name, typeof(DateOnly), at => date.At(at)),
        TextField text => new(field.Name, typeof(string), at => text.At(at)),
        _ => throw new ArgumentException($"A {field.GetType().Name} cannot be filtered.", nameof(field)),
    };
}
