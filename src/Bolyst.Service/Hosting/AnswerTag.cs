using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bolyst.Statistics;
using Bolyst.Store;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Hosting;

/// <summary>
/// Entity tags: the dataset version, and a hash of what was asked and of the program that answers, never of the bytes. So a tag is known before anything
/// is read and the same on every instance, and an upgrade, which may answer otherwise, is not taken for what a client has.
/// </summary>
internal static class AnswerTag
{
    private static readonly string Program =
        string.Join(' ', ((Type[])[typeof(AnswerTag), typeof(BolystStore), typeof(Measured)]).Select(type => type.Assembly.ManifestModule.ModuleVersionId));

    /// <summary>The tag of an answer.</summary>
    /// <param name="version">The dataset version that is answered from.</param>
    /// <param name="asked">All else that the answer depends on: the question, and settings that it tells of.</param>
    /// <param name="isWeak">True where the same tag stands for other bytes with the same meaning.</param>
    public static EntityTagHeaderValue Of(long version, string asked, bool isWeak = false)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{asked}\n{Program}"));
        return new(string.Create(CultureInfo.InvariantCulture, $"\"{version}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}\""), isWeak);
    }
}
