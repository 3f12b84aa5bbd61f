using Bolyst.Rpc.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Bolyst.Rpc.Tests.Wire;

public sealed class WireTests
{
    [Theory]
    [InlineData("1H", 3_600_000)]
    [InlineData("2M", 120_000)]
    [InlineData("3S", 3_000)]
    [InlineData("4m", 4)]
    [InlineData("5000u", 5)]
    [InlineData("6000000n", 6)]
    [InlineData("99999999S", 99_999_999_000L)]
    public void Every_unit_of_grpc_timeout_is_read(string value, long milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), GrpcTimeout.Parse(value));

    [Theory]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1h")]
    [InlineData("-1S")]
    [InlineData("123456789S")]
    [InlineData("1 S")]
    public void A_timeout_that_is_none_is_named(string value) =>
        Assert.Contains($"'{value}'", Assert.Throws<RpcException>(() => GrpcTimeout.Parse(value)).Status.Detail, StringComparison.Ordinal);

    /// <summary>The decoder is the platform's own, which follows RFC 3986 as grpc-message does.</summary>
    [Fact]
    public void A_message_survives_percent_encoding() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<string>(text =>
    {
        // What is no UTF-16 (half a surrogate pair) has no UTF-8 either.
        var sent = new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))]);
        var encoded = PercentEncoding.Encode(sent);
        return encoded.All(c => c is >= ' ' and <= '~') && Uri.UnescapeDataString(encoded) == sent;
    }));

    [Fact]
    public void Bytes_in_metadata_survive_with_and_without_padding() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<byte[]>(bytes =>
    {
        var padded = Convert.ToBase64String(bytes);
        return Base64Text.Decode(padded)!.SequenceEqual(bytes) && Base64Text.Decode(padded.TrimEnd('='))!.SequenceEqual(bytes);
    }));

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("identity, gzip;q=0.5", true)]
    [InlineData("deflate,br", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_accepted_encoding_is_found_in_its_list(string? list, bool accepts) => Assert.Equal(accepts, Compression.AcceptsGzip(list));

    [Theory]
    [InlineData("Upper-Is-Lowered", "text", null)]
    [InlineData("has space", "text", "'has space' holds ' '")]
    [InlineData("name-bin", "text", "carries bytes, not text")]
    [InlineData("name", "blåbær", "'name-bin'")]
    public void Metadata_that_cannot_be_sent_is_refused_by_name(string key, string value, string? error)
    {
        if (error is null)
        {
            Assert.Equal(value, new Metadata { { key, value } }.GetValue(key));
            return;
        }

        Assert.Contains(error, Assert.Throws<ArgumentException>(() => new Metadata { { key, value } }).Message, StringComparison.Ordinal);
    }
}
