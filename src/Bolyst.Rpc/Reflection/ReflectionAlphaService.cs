using Bolyst.Rpc.Hosting;
using Google.Protobuf;
using Grpc.Reflection.V1Alpha;

namespace Bolyst.Rpc.Reflection;

/// <summary>grpc.reflection.v1alpha, which older tools ask: the same as v1 under another name, byte for byte.</summary>
internal sealed class ReflectionAlphaService(MappedServices services)
{
    private readonly ReflectionService v1 = new(services);

    public async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            var answer = v1.Answer(global::Grpc.Reflection.V1.ServerReflectionRequest.Parser.ParseFrom(request.ToByteString()));
            await responseStream.WriteAsync(ServerReflectionResponse.Parser.ParseFrom(answer.ToByteString()));
        }
    }
}
