using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Bolyst.Service.Requests;

/// <summary>One page of a list: where it starts, how long it may be, and which dataset version it belongs to.</summary>
/// <param name="Size">Most entries on the page.</param>
/// <param name="After">Key of the last entry of the page before; null for the first page.</param>
/// <param name="AsOf">Dataset version of the first page, so that the pages fit together; 0 for the newest.</param>
internal sealed record Page(int Size, string? After, long AsOf)
{
    private string Fingerprint { get; init; } = "";

    /// <summary>
    /// Reads the paging fields that every list request has: <c>page_size</c>, <c>page_token</c> and, in most, <c>as_of</c>.
    /// The token is opaque: version, fingerprint of the request it belongs to, and the key of the last entry.
    /// </summary>
    public static Page Read(IMessage request, ServiceLimits limits, FieldChecks checks)
    {
        var size = (int)Get(request, "page_size")!;
        var token = (string)Get(request, "page_token")!;
        var asOf = Get(request, "as_of") as long? ?? 0;
        checks.NotNegative(size, "page_size");
        checks.NotNegative(asOf, "as_of");
        var page = new Page(size == 0 ? limits.DefaultPageSize : Math.Min(size, limits.MaxPageSize), null, asOf) { Fingerprint = FingerprintOf(request) };
        if (token.Length == 0)
        {
            return page;
        }

        if (TryRead(token, page.Fingerprint) is { } start)
        {
            return page with { After = start.After, AsOf = start.AsOf };
        }

        NotGivenOut(checks);
        return page;
    }

    /// <summary><see cref="After"/> of a list whose keys are numbers.</summary>
    public long? AfterNumber(FieldChecks checks)
    {
        if (After is null)
        {
            return null;
        }

        if (!long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            NotGivenOut(checks);
        }

        return number;
    }

    /// <summary>The entries of this page, from all entries ordered by key, and the token of the next one.</summary>
    /// <param name="ordered">All entries, ordered by <paramref name="key"/> (ordinal).</param>
    /// <param name="key">The key of an entry; unique.</param>
    /// <param name="version">Dataset version that was read.</param>
    public (List<T> Entries, string NextToken) Cut<T>(IEnumerable<T> ordered, Func<T, string> key, long version)
    {
        var rest = After is null ? ordered : ordered.SkipWhile(entry => string.CompareOrdinal(key(entry), After) <= 0);
        return CutRest(rest, key, version);
    }

    /// <summary>As <see cref="Cut{T}"/>, where the entries start after the page before already.</summary>
    public (List<T> Entries, string NextToken) CutRest<T>(IEnumerable<T> rest, Func<T, string> key, long version)
    {
        List<T> entries = [.. rest.Take(Size + 1)];
        if (entries.Count <= Size)
        {
            return (entries, "");
        }

        entries.RemoveAt(Size);
        return (entries, Token(version, key(entries[^1])));
    }

    private static void NotGivenOut(FieldChecks checks) =>
        checks.Add(V1.ErrorReason.PageTokenInvalid, "page_token", "was not given out for this request. Start again without a page token.");

    /// <summary>The token of the page that begins after an entry.</summary>
    /// <param name="version">Dataset version that was read.</param>
    /// <param name="after">Key of the entry.</param>
    public string Token(long version, string after) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{version}\n{Fingerprint}\n{after}")));

    private static (string After, long AsOf)? TryRead(string token, string fingerprint)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('\n', 3);
        return parts.Length == 3
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && string.Equals(parts[1], fingerprint, StringComparison.Ordinal)
            ? (parts[2], version)
            : null;
    }

    /// <summary>A short hash of what is asked for, without the paging fields.</summary>
    private static string FingerprintOf(IMessage request)
    {
        var copy = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        foreach (var name in (ReadOnlySpan<string>)["page_size", "page_token"])
        {
            copy.Descriptor.FindFieldByName(name).Accessor.Clear(copy);
        }

        var method = Encoding.UTF8.GetBytes(request.Descriptor.FullName);
        return Convert.ToHexStringLower(SHA256.HashData([.. method, .. copy.ToByteArray()]).AsSpan(0, 6));
    }

    private static object? Get(IMessage request, string field) => request.Descriptor.FindFieldByName(field)?.Accessor.GetValue(request);
}
