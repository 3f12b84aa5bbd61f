namespace Bolyst.Intake.Description;

/// <summary>The key's name, where it is not the property's name in camel case.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The property is not a key of the description.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotAKeyAttribute : Attribute;

/// <summary>A list that may also be written as its only element.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOrManyAttribute : Attribute;

/// <summary>A block that may be written as the bare value of one of its keys: <c>zone: kommune_nr</c> for <c>zone: {field: kommune_nr}</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShorthandAttribute(string propertyName) : Attribute
{
    public string PropertyName { get; } = propertyName;
}
