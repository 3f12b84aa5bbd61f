using Bolyst.Store;
using NetTopologySuite.Geometries;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>A filter as CQL2 (OGC 21-065r2) means it, whichever way it was written.</summary>
internal abstract record Cql;

/// <summary>All of some.</summary>
internal sealed record AllOf(IReadOnlyList<Cql> Parts) : Cql;

/// <summary>Any of some.</summary>
internal sealed record AnyOf(IReadOnlyList<Cql> Parts) : Cql;

/// <summary>The contrary; of unknown it is unknown.</summary>
internal sealed record Not(Cql Part) : Cql;

/// <summary>True or false.</summary>
internal sealed record Constant(bool Value) : Cql;

/// <summary>A comparison: <c>=</c>, <c>&lt;&gt;</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
internal sealed record Comparison(string Operator, Scalar Left, Scalar Right) : Cql;

/// <summary>Text that follows a pattern: <c>%</c> stands for any text, <c>_</c> for one character, <c>\</c> takes that from the next.</summary>
internal sealed record Like(Scalar Value, string Pattern) : Cql;

/// <summary>One of a list.</summary>
internal sealed record OneOf(Scalar Value, IReadOnlyList<Scalar> List) : Cql;

/// <summary>A value that is missing.</summary>
internal sealed record IsMissing(Scalar Value) : Cql;

/// <summary>How the outline stands to a geometry.</summary>
internal sealed record Place(SpatialRelation Relation, Geometry Geometry) : Cql;

/// <summary>How an interval of days stands to another: <c>AFTER</c>, <c>BEFORE</c>, <c>DURING</c>, <c>EQUALS</c>, <c>INTERSECTS</c>, <c>DISJOINT</c>.</summary>
internal sealed record Time(string Relation, Span Left, Span Right) : Cql;

/// <summary>A value.</summary>
internal abstract record Scalar;

/// <summary>The value of a property.</summary>
internal sealed record Property(string Name) : Scalar;

/// <summary>A value written out: double, string, bool or DateOnly.</summary>
internal sealed record Literal(object Value) : Scalar;

/// <summary>From a day to a day; null for an open end. A property without a day is an open end too: still valid.</summary>
internal sealed record Span(Scalar? From, Scalar? To);
