using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Bolyst.Rpc;
using Google.Protobuf;
using Google.Rpc;

namespace Bolyst.Service.Tests.Serving;

/// <summary>A gRPC client of forty lines over HttpClient: what goes over the socket is what the tests see.</summary>
public sealed class GrpcCaller(Uri address) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Calls the method whose request this is, and gives its answer.</summary>
    /// <exception cref="CallFailedException">The call ended with another status than OK.</exception>
    public async Task<TResponse> CallAsync<TResponse>(IMessage request, string? timeout = null, CancellationToken cancellation = default)
        where TResponse : IMessage<TResponse>, new() => Assert.Single(await StreamAsync<TResponse>(request, timeout, cancellation));

    /// <summary>Calls a method and gives every message of its answer.</summary>
    public async Task<IReadOnlyList<TResponse>> StreamAsync<TResponse>(IMessage request, string? timeout = null, CancellationToken cancellation = default)
        where TResponse : IMessage<TResponse>, new()
    {
        var method = request.Descriptor.File.Services.SelectMany(service => service.Methods).Single(m => m.InputType == request.Descriptor);
        using var call = new HttpRequestMessage(HttpMethod.Post, $"/{method.Service.FullName}/{method.Name}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Framed(request)) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        call.Headers.TE.Add(new("trailers"));
        if (timeout is not null)
        {
            call.Headers.Add("grpc-timeout", timeout);
        }

        using var response = await http.SendAsync(call, HttpCompletionOption.ResponseContentRead, cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        ThrowUnlessOk(response);
        return Messages<TResponse>(body);
    }

    public void Dispose() => http.Dispose();

    private static byte[] Framed(IMessage message)
    {
        var bytes = message.ToByteArray();
        var frame = new byte[5 + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), bytes.Length);
        bytes.CopyTo(frame, 5);
        return frame;
    }

    private static List<TResponse> Messages<TResponse>(byte[] body)
        where TResponse : IMessage<TResponse>, new()
    {
        var messages = new List<TResponse>();
        for (var at = 0; at < body.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(at + 1));
            messages.Add(new MessageParser<TResponse>(() => new()).ParseFrom(body, at + 5, length));
            at += 5 + length;
        }

        return messages;
    }

    private static void ThrowUnlessOk(HttpResponseMessage response)
    {
        HttpHeaders trailers = response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : response.Headers;
        var code = (StatusCode)int.Parse(trailers.GetValues("grpc-status").Single(), CultureInfo.InvariantCulture);
        if (code == StatusCode.OK)
        {
            return;
        }

        var message = trailers.TryGetValues("grpc-message", out var messages) ? Uri.UnescapeDataString(messages.Single()) : "";
        var status = trailers.TryGetValues("grpc-status-details-bin", out var details)
            ? Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(Padded(details.Single())))
            : new();
        throw new CallFailedException(code, message, status);
    }

    private static string Padded(string base64) => base64.PadRight((base64.Length + 3) / 4 * 4, '=');
}

/// <summary>An error as a client sees it.</summary>
public sealed class CallFailedException(StatusCode code, string message, Google.Rpc.Status status) : Exception($"{code}: {message}")
{
    public StatusCode Code { get; } = code;

    public string Detail { get; } = message;

    /// <summary>Reason of the ErrorInfo; empty without one.</summary>
    public string Reason => Details<ErrorInfo>().SingleOrDefault()?.Type ?? "";

    /// <summary>Domain of the ErrorInfo.</summary>
    public string Domain => Details<ErrorInfo>().Single().Domain;

    /// <summary>The fields at fault.</summary>
    public IReadOnlyList<string> Fields => [.. Details<BadRequest>().SelectMany(bad => bad.FieldViolations).Select(violation => violation.Field)];

    /// <summary>How long to wait before trying again; null when the error does not say.</summary>
    public TimeSpan? RetryAfter => Details<RetryInfo>().SingleOrDefault()?.RetryDelay.ToTimeSpan();

    private IEnumerable<T> Details<T>()
        where T : IMessage<T>, new() => status.Details.Where(any => any.Is(new T().Descriptor)).Select(any => any.Unpack<T>());
}
