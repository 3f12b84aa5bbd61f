using System.Diagnostics.CodeAnalysis;
using Bolyst.Store;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>Names that both ways of writing CQL2 share.</summary>
internal static class CqlNames
{
    /// <summary>Comparisons.</summary>
    public static readonly IReadOnlyList<string> Comparisons = ["=", "<>", "<", "<=", ">", ">="];

    private static readonly string[] Relations = ["AFTER", "BEFORE", "DISJOINT", "DURING", "EQUALS", "INTERSECTS"];

    /// <summary>A condition on the outline, from the name of a function (<c>S_INTERSECTS</c>). It is told a geometry, and whether that stands before the outline.</summary>
    public static bool TrySpatial(string function, [NotNullWhen(true)] out Func<NetTopologySuite.Geometries.Geometry, bool, Cql>? make)
    {
        make = null;
        if (!function.StartsWith("S_", StringComparison.OrdinalIgnoreCase))
            return false;
        if (function.Equals("S_DISJOINT", StringComparison.OrdinalIgnoreCase))
            make = (geometry, _) => new Not(new Place(SpatialRelation.Intersects, geometry));
        else if (Enum.TryParse<SpatialRelation>(function.AsSpan(2), ignoreCase: true, out var relation) && char.IsLetter(function[2]))
            make = (geometry, first) => new Place(first ? Converse(relation) : relation, geometry);
        return make is not null;
    }

    /// <summary>What the second is to the first when the first is this to the second.</summary>
    private static SpatialRelation Converse(SpatialRelation relation) => relation switch
    {
        SpatialRelation.Contains => SpatialRelation.Within,
        SpatialRelation.Within => SpatialRelation.Contains,
        _ => relation,
    };

    /// <summary>A condition on days, from the name of a function (<c>T_AFTER</c>).</summary>
    public static bool TryTemporal(string function, [NotNullWhen(true)] out Func<Span, Span, Cql>? make)
    {
        var relation = Array.Find(Relations, name => function.Equals("T_" + name, StringComparison.OrdinalIgnoreCase));
        make = relation is null ? null : (left, right) => new Time(relation, left, right);
        return make is not null;
    }
}
