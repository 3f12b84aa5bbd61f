namespace Bolyst.Service.Ogc.Documents;

/// <summary>Media types of answers.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string Schema = "application/schema+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string Html = "text/html";

    /// <summary>Those that are worth compressing.</summary>
    public static readonly IReadOnlyList<string> Text = [Json, GeoJson, Schema, "application/vnd.oai.openapi+json", Html, "application/problem+json"];
}
