using System.Text.RegularExpressions;
using Bolyst.Service.Metadata.Rdf;

namespace Bolyst.Service.Metadata;

/// <summary>Licences by their entries in the EU's table.</summary>
internal static partial class Licences
{
    /// <summary>The entry of a licence as deliveries name it; null for one that is not in the table.</summary>
    /// <param name="name">For example <c>CC BY 4.0</c>, <c>CC0 1.0</c> or <c>NLOD 2.0</c>.</param>
    public static Iri? Find(string name) => Separators().Replace(name.Trim().ToUpperInvariant(), "_") switch
    {
        "CC0" or "CC0_1_0" => Vocabulary.Entry("licence", "CC0"),
        "CC_BY_4_0" => Vocabulary.Entry("licence", "CC_BY_4_0"),
        "CC_BY_SA_4_0" => Vocabulary.Entry("licence", "CC_BYSA_4_0"),
        "NLOD" or "NLOD_1_0" => Vocabulary.Entry("licence", "NLOD_1_0"),
        "NLOD_2_0" => Vocabulary.Entry("licence", "NLOD_2_0"),
        "OGL_3_0" => Vocabulary.Entry("licence", "OGL_3_0"),
        _ => null,
    };

    [GeneratedRegex("[^A-Z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();
}
