using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using Bolyst.Rpc.Methods;
using Bolyst.Rpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Rpc.GrpcWeb;

/// <summary>gRPC-Web in base64, for browsers that cannot read a binary stream: each flush is encoded by itself.</summary>
internal sealed class GrpcWebTextCall(HttpContext http, RpcMethod method, MessageFormat format) : GrpcWebCall(http, method, format)
{
    private readonly PipeReader input = PipeReader.Create(new Base64RequestStream(http.Request.BodyReader));
    private readonly ArrayBufferWriter<byte> pending = new();

    protected override string MediaType => "application/grpc-web-text";

    protected override PipeReader Input => input;

    protected override IBufferWriter<byte> Output => pending;

    protected override ValueTask FlushAsync()
    {
        Encode();
        return base.FlushAsync();
    }

    protected override async ValueTask EndAsync(Status status)
    {
        await base.EndAsync(status);
        Encode();
    }

    private void Encode()
    {
        var body = Http.Response.BodyWriter;
        var text = body.GetSpan(Base64.GetMaxEncodedToUtf8Length(pending.WrittenCount));
        Base64.EncodeToUtf8(pending.WrittenSpan, text, out _, out var written);
        body.Advance(written);
        pending.ResetWrittenCount();
    }
}
