using System.Text;
using Bolyst.Rpc.Http2;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.GrpcWeb;

/// <summary>
/// A call by gRPC-Web (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md), which browsers can make:
/// as gRPC, by any HTTP version, with the trailers in a last envelope.
/// </summary>
internal class GrpcWebCall(HttpContext http, RpcMethod method, MessageFormat format) : GrpcCall(http, method, format)
{
    protected virtual string MediaType => "application/grpc-web";

    protected override string ContentType => MediaType + (Format == MessageFormat.Proto ? "+proto" : "+json");

    protected override ValueTask EndAsync(Status status)
    {
        EnsureHeaders();
        var trailers = new HeaderDictionary();
        GrpcTrailers.Write(trailers, status, TrailersIfAny);
        var text = new StringBuilder();
        foreach (var (name, values) in trailers)
        {
            foreach (var value in values)
            {
                text.Append(name.ToLowerInvariant()).Append(": ").Append(value).Append("\r\n");
            }
        }

        WriteEnvelope(Envelope.WebTrailers, Encoding.ASCII.GetBytes(text.ToString()));
        return ValueTask.CompletedTask;
    }
}
