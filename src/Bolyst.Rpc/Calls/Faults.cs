using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bolyst.Rpc.Calls;

/// <summary>What an exception of a handler means for the caller.</summary>
internal static partial class Faults
{
    public static Status StatusOf(Exception exception, RpcCall call, CallDeadline? deadline, HttpContext http, ILogger log)
    {
        switch (exception)
        {
            case RpcException rpc:
                foreach (var trailer in rpc.Trailers)
                {
                    call.ResponseTrailers.Add(trailer);
                }

                RpcEnded(log, call.Method, rpc.StatusCode, rpc.Status.Detail);
                return rpc.Status;

            case OperationCanceledException when deadline?.HasPassed == true:
                return new Status(StatusCode.DeadlineExceeded, "The deadline passed.");

            case OperationCanceledException or IOException or ConnectionAbortedException when http.RequestAborted.IsCancellationRequested:
                return Status.DefaultCancelled;

            case BadHttpRequestException bad:
                return new Status(StatusCode.Internal, bad.Message);

            default:
                // The message may hold what the caller must not see; the id leads whoever may see it to the log.
                var id = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
                Unexpected(log, exception, call.Method, id);
                return new Status(StatusCode.Internal, $"Unexpected error. The server's log tells more under id {id}.");
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} ended with {StatusCode}: {Detail}")]
    private static partial void RpcEnded(ILogger log, string method, StatusCode statusCode, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected error in {Method}, told to the caller as id {ErrorId}")]
    private static partial void Unexpected(ILogger log, Exception exception, string method, string errorId);
}
