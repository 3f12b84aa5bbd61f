using Bolyst.Rpc;
using Google.Protobuf;

namespace Bolyst.Benchmarks.Rpc;

/// <summary>Answers with prepared bytes, so that the host is measured and not the handler.</summary>
internal sealed class LoadService
{
    private readonly Dictionary<int, ByteString> bodies = new()
    {
        [RpcBenchmark.AnswerSize] = ByteString.CopyFrom(new byte[RpcBenchmark.AnswerSize]),
        [RpcBenchmark.ChunkSize] = ByteString.CopyFrom(new byte[RpcBenchmark.ChunkSize]),
    };

    public Task<AnswerResponse> Answer(AnswerRequest request, ServerCallContext context) =>
        Task.FromResult(new AnswerResponse { Payload = new Payload { Body = bodies[request.ResponseSize] } });

    public async Task Stream(StreamRequest request, IServerStreamWriter<AnswerResponse> responseStream, ServerCallContext context)
    {
        var message = new AnswerResponse { Payload = new Payload { Body = bodies[request.Size] } };
        for (var sent = 0; sent < request.Count; sent++)
        {
            await responseStream.WriteAsync(message);
        }
    }
}
