using Bolyst.Service.Faults;
using Bolyst.Service.Ogc.Items;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>The parameters <c>filter</c>, <c>filter-lang</c> and <c>filter-crs</c>.</summary>
internal static class FilterParameter
{
    /// <summary>The filter; null without one.</summary>
    public static Cql? Read(IQueryCollection query)
    {
        var text = query["filter"].ToString();
        var crs = Crs.Read(query["filter-crs"].ToString(), "filter-crs");
        return query["filter-lang"].ToString() switch
        {
            "" or "cql2-text" => text.Length == 0 ? null : CqlText.Read(text, crs),
            "cql2-json" => text.Length == 0 ? null : CqlJson.Read(text, crs),
            var other => throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, "filter-lang", $"is '{other}'. Send cql2-text or cql2-json."),
        };
    }
}
