using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;

namespace Bolyst.Rpc;

/// <summary>Settings of the host; set them in <c>AddRpc(options => …)</c>.</summary>
public sealed class RpcOptions
{
    internal const int DefaultReceiveLimit = 4 * 1024 * 1024;

    /// <summary>The largest message taken in, in bytes after decompression; a larger one ends the call with RESOURCE_EXHAUSTED. Default 4 MiB.</summary>
    public int MaxReceiveMessageSize { get; set; } = DefaultReceiveLimit;

    /// <summary>The largest message sent, in bytes before compression; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>The encoding of answers to callers that accept it: <c>gzip</c>, or null, the default, for none. A handler may choose for its call.</summary>
    public string? ResponseCompression { get; set; }

    /// <summary>
    /// The same for callers by Connect alone; null, the default, for <see cref="ResponseCompression"/>. Browsers accept gzip always and unpack it
    /// themselves; programs by gRPC often stand beside the host, where packing takes longer than sending.
    /// </summary>
    public string? ConnectResponseCompression { get; set; }

    /// <summary>Messages of fewer bytes go uncompressed: packing them saves no packet on the way. 0 or more. Default 1024.</summary>
    public int MinCompressedMessageSize { get; set; } = 1024;

    /// <summary>How hard to compress. Default <see cref="CompressionLevel.Fastest"/>.</summary>
    public CompressionLevel ResponseCompressionLevel { get; set; } = CompressionLevel.Fastest;

    /// <summary>
    /// Origins whose pages may call by gRPC-Web and Connect, such as <c>https://kart.example.no</c>, or <c>*</c> for all. Empty, the default:
    /// none but the host's own. With origins given the application must call <c>app.UseCors()</c>.
    /// </summary>
    public ICollection<string> AllowedOrigins { get; } = [];

    /// <summary>Response metadata, beside the protocols' own, that pages of those origins may read.</summary>
    public ICollection<string> ExposedHeaders { get; } = [];

    /// <summary>
    /// The Cache-Control of answers to GET when the handler sends none. Default <c>no-cache</c>: keep, and ask each time whether it still holds,
    /// by the <c>etag</c> among the handler's response headers, or else by one made of the answer's bytes.
    /// </summary>
    public string GetCacheControl { get; set; } = "no-cache";

    /// <summary>What stands around every call, the first outermost.</summary>
    public InterceptorList Interceptors { get; } = new();
}

/// <summary>The interceptors of a host, in the order in which they are entered.</summary>
public sealed class InterceptorList
{
    private readonly List<Func<IServiceProvider, Interceptor>> makers = [];

    /// <summary>Adds an interceptor, made once with its dependencies from the application's services.</summary>
    public void Add<T>()
        where T : Interceptor => makers.Add(static services => ActivatorUtilities.CreateInstance<T>(services));

    /// <summary>Adds an interceptor.</summary>
    public void Add(Interceptor interceptor) => makers.Add(_ => interceptor);

    internal Interceptor[] Make(IServiceProvider services) => [.. makers.Select(make => make(services))];
}
