using System.Text.RegularExpressions;
using Bolyst.Service.Hosting;

namespace Bolyst.Service.Site;

/// <summary>What whoever runs the service decides about the map, and the policy that browsers keep for it.</summary>
public sealed partial record SiteSettings
{
    /// <summary>
    /// Pages that may show the map in a frame, as in CSP's <c>frame-ancestors</c>, separated by spaces: <c>'self'</c>, <c>'none'</c>, <c>*</c>, or
    /// origins such as <c>https://www.elvsund.kommune.no</c>. <c>BOLYST_FRAME_ANCESTORS</c>, <c>--frame-ancestors</c>. Default <c>'self'</c>.
    /// </summary>
    public string FrameAncestors { get; init; } = "'self'";

    /// <summary>
    /// Address of a base map's tiles in Web Mercator with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; null: there is none to switch on. The only other
    /// origin that the map may ask, and only while a person has the base map on. <c>BOLYST_BASE_MAP</c>, <c>--base-map</c>; <c>none</c> takes it
    /// away. Default Kartverket's grey one.
    /// </summary>
    public string? BaseMap { get; init; } = "https://cache.kartverket.no/v1/wmts/1.0.0/topograatone/default/webmercator/{z}/{y}/{x}.png";

    /// <summary>Whom to name beside the base map. <c>BOLYST_BASE_MAP_ATTRIBUTION</c>, <c>--base-map-attribution</c>. Default Kartverket.</summary>
    public string BaseMapAttribution { get; init; } = "© Kartverket";

    /// <summary>
    /// The Content-Security-Policy: the page loads its own files and the base map alone, and no text that was delivered can bring a script with
    /// it. <c>data:</c> and <c>blob:</c> are pictures that the page draws: icons of the design system, exported maps.
    /// </summary>
    public string Policy
    {
        get
        {
            var baseMap = BaseMap is null ? "" : " " + new Uri(BaseMap).GetLeftPart(UriPartial.Authority);
            return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
                + $"img-src 'self' data: blob:{baseMap}; connect-src 'self'{baseMap}; "
                + $"worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {FrameAncestors}";
        }
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="ServerOptionException">A setting cannot be read.</exception>
    internal static SiteSettings Read(IConfiguration settings)
    {
        var defaults = new SiteSettings();
        return new SiteSettings
        {
            FrameAncestors = AncestorsOf(settings["FRAME_ANCESTORS"]) ?? defaults.FrameAncestors,
            BaseMap = settings["BASE_MAP"] switch { null or "" => defaults.BaseMap, "none" => null, var address => AddressOf(address) },
            BaseMapAttribution = settings["BASE_MAP_ATTRIBUTION"] is { Length: > 0 } attribution ? attribution : defaults.BaseMapAttribution,
        };
    }

    private static string? AncestorsOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : Ancestors().IsMatch(text) ? text
        : throw new ServerOptionException(
            $"BOLYST_FRAME_ANCESTORS is '{text}', which is not 'self', 'none', * or origins such as https://www.elvsund.kommune.no, separated by spaces.");

    private static string AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            && Array.TrueForAll(["{z}", "{x}", "{y}"], part => text.Contains(part, StringComparison.Ordinal))
            ? text
            : throw new ServerOptionException($"BOLYST_BASE_MAP is '{text}', which is not none or an address such as https://example.org/{{z}}/{{x}}/{{y}}.png.");

    /// <summary>No sign that ends a directive or a header.</summary>
    [GeneratedRegex(@"^('self'|'none'|\*|https?://[A-Za-z0-9*.\-]+(:(\d+|\*))?)( ('self'|https?://[A-Za-z0-9*.\-]+(:(\d+|\*))?))*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ancestors();
}
