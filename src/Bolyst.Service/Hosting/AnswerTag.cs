using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bolyst.Service.Reading;
using Bolyst.Statistics;
using Bolyst.Store;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Hosting;

/// <summary>
/// Entity tags: the dataset version, and a hash of when it was committed, of what was asked and of the program that answers, never of the bytes. So a tag is
/// known before anything is read and the same on every instance. A store that was made anew, or set back to a backup and delivered to again, counts its
/// versions again; neither that nor an upgrade, which may answer otherwise, is taken for what a client has.
/// </summary>
internal static class AnswerTag
{
    /// <summary>Cache-Control of an answer that is asked for anew each time, by its tag.</summary>
    public const string AskEachTime = "public, max-age=0, must-revalidate";

    private const string AskEachDay = "public, max-age=86400";

    private static readonly string Program =
        string.Join(' ', ((Type[])[typeof(AnswerTag), typeof(BolystStore), typeof(Measured)]).Select(type => type.Assembly.ManifestModule.ModuleVersionId));

    /// <summary>
    /// Cache-Control of a large answer. Where the request names its dataset version the data stays as it is, but the program, and the store behind the address,
    /// need not.
    /// </summary>
    /// <param name="asOf">The dataset version of the request; 0 for the newest.</param>
    public static string Lasting(long asOf) => asOf == 0 ? AskEachTime : AskEachDay;

    /// <summary>The tag of an answer.</summary>
    /// <param name="dataset">The dataset version that is answered from.</param>
    /// <param name="asked">All else that the answer depends on: the question, and settings that it tells of.</param>
    /// <param name="isWeak">True where the same tag stands for other bytes with the same meaning.</param>
    public static EntityTagHeaderValue Of(Dataset dataset, string asked, bool isWeak = false)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{dataset.CommittedAt:O}\n{asked}\n{Program}"));
        return new(string.Create(CultureInfo.InvariantCulture, $"\"{dataset.Version}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\""), isWeak);
    }
}
