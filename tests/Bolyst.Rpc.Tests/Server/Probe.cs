using Bolyst.Rpc.Testing;

namespace Bolyst.Rpc.Tests.Server;

/// <summary>A service whose handlers a test chooses. By itself it sends back what it gets.</summary>
public sealed class Probe
{
    public UnaryServerMethod<Note, Note> OnAsk { get; set; } = (request, _) => Task.FromResult(request);

    public ClientStreamingServerMethod<Note, Note> OnSend { get; set; } = async (requests, _) =>
    {
        var last = new Note();
        await foreach (var request in requests.ReadAllAsync())
        {
            last = request;
        }

        return last;
    };

    public ServerStreamingServerMethod<Note, Note> OnWatch { get; set; } = (request, responses, _) => responses.WriteAsync(request);

    public DuplexStreamingServerMethod<Note, Note> OnTalk { get; set; } = async (requests, responses, _) =>
    {
        await foreach (var request in requests.ReadAllAsync())
        {
            await responses.WriteAsync(request);
        }
    };

    public Task<Note> Ask(Note request, ServerCallContext context) => OnAsk(request, context);

    public Task<Note> Send(IAsyncStreamReader<Note> requestStream, ServerCallContext context) => OnSend(requestStream, context);

    public Task Watch(Note request, IServerStreamWriter<Note> responseStream, ServerCallContext context) => OnWatch(request, responseStream, context);

    public Task Talk(IAsyncStreamReader<Note> requestStream, IServerStreamWriter<Note> responseStream, ServerCallContext context) =>
        OnTalk(requestStream, responseStream, context);
}
