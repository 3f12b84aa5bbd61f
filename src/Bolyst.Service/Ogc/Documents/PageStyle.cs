using System.Security.Cryptography;
using System.Text;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>The one style of every page of data, and the policy that lets nothing else load: delivered text cannot bring anything with it.</summary>
internal static class PageStyle
{
    /// <summary>The style.</summary>
    public static readonly string Css = Read();

    /// <summary>Value of the header Content-Security-Policy.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Read()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
