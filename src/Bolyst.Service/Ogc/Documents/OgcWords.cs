using System.Globalization;
using System.Text;
using Bolyst.Service.Faults;
using Bolyst.Store.Model;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Ogc.Documents;

/// <summary>The words of documents in one language: that of the parameter <c>lang</c>, else of the header Accept-Language, else bokmål.</summary>
internal sealed partial record OgcWords
{
    /// <summary>The parameter that names a language.</summary>
    public const string Parameter = "lang";

    /// <summary>Code of the language: nb, nn or en.</summary>
    public required string Language { get; init; }

    /// <summary>What the service is; the dataset version goes into it.</summary>
    public required CompositeFormat About { get; init; }

    public required string ThisDocument { get; init; }

    public required string AsHtml { get; init; }

    public required string Api { get; init; }

    public required string ApiForReaders { get; init; }

    public required string Conformance { get; init; }

    public required string Collections { get; init; }

    public required string Collection { get; init; }

    public required string Record { get; init; }

    public required string Downloads { get; init; }

    public required string MatrixSets { get; init; }

    public required string MatrixSet { get; init; }

    public required string Features { get; init; }

    public required string FeaturesAsHtml { get; init; }

    public required string Schema { get; init; }

    public required string Queryables { get; init; }

    public required string Outline { get; init; }

    public required string VectorTiles { get; init; }

    public required string Tileset { get; init; }

    public required string Tiles { get; init; }

    public required string NextPage { get; init; }

    private static OgcWords[] All => [Nb, Nn, En];

    /// <summary>The words that a request asks for.</summary>
    /// <exception cref="Rpc.RpcException"><c>lang</c> is none of the three.</exception>
    public static OgcWords Read(HttpRequest request)
    {
        var asked = request.Query[Parameter].ToString();
        if (asked.Length > 0)
        {
            return Find(asked) ?? throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, Parameter, $"is '{asked}'. Send nb, nn or en.");
        }

        // The first of those that a reader likes best; "no" is either written language, and bokmål is the default.
        return request.GetTypedHeaders().AcceptLanguage.Where(some => some.Quality is not 0).OrderByDescending(some => some.Quality ?? 1)
            .Select(some => Find(some.Value.ToString().Split('-')[0] is "no" ? Nb.Language : some.Value.ToString().Split('-')[0])).FirstOrDefault(words => words is not null) ?? Nb;
    }

    /// <summary>A delivered text in this language, else in bokmål.</summary>
    public string Of(LocalizedText text) => Language switch
    {
        "nn" => text.Nn ?? text.Nb,
        "en" => text.En ?? text.Nb,
        _ => text.Nb,
    };

    /// <summary>What the service is at a dataset version.</summary>
    public string AboutVersion(long version) => string.Format(CultureInfo.InvariantCulture, About, version);

    /// <summary>Says which language an answer is in, and that another reader may get another.</summary>
    public void Announce(HttpResponse response)
    {
        response.Headers.ContentLanguage = Language;
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static OgcWords? Find(string language) => Array.Find(All, words => string.Equals(words.Language, language, StringComparison.OrdinalIgnoreCase));
}
