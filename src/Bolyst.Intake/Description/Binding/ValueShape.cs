namespace Bolyst.Intake.Description.Binding;

/// <summary>What may stand as the value of a key.</summary>
internal enum ShapeKind
{
    Text,
    WholeNumber,
    Number,
    YesNo,
    Date,
    Choice,
    Path,
    Block,
    List,
    TextMap,
}

/// <summary>The shape of a key's value: binder and schema writer branch on it alike.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Type">The type of the value; of the element for a list, of the values for a map.</param>
internal readonly record struct ValueShape(ShapeKind Kind, Type Type)
{
    public static ValueShape Of(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new ValueShape(ShapeKind.List, type.GetGenericArguments()[0]);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return new ValueShape(ShapeKind.TextMap, type.GetGenericArguments()[1]);
        }

        var kind = type switch
        {
            _ when type == typeof(string) => ShapeKind.Text,
            _ when type == typeof(int) || type == typeof(long) => ShapeKind.WholeNumber,
            _ when type == typeof(double) => ShapeKind.Number,
            _ when type == typeof(bool) => ShapeKind.YesNo,
            _ when type == typeof(DateOnly) => ShapeKind.Date,
            _ when type == typeof(DeliveryPath) => ShapeKind.Path,
            _ when type.IsEnum => ShapeKind.Choice,
            _ when type.IsAssignableTo(typeof(DescriptionBlock)) => ShapeKind.Block,
            _ => throw new NotSupportedException($"A description cannot hold a {declared}."),
        };
        return new ValueShape(kind, type);
    }
}
