using Bolyst.Rpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Bolyst.Service.Faults;

/// <summary>
/// Makes the errors that clients see: a status code, a sentence that says what to do, a reason of
/// <see cref="V1.ErrorReason"/> for programs, and what was asked for.
/// </summary>
internal static class Fault
{
    private const string Domain = "bolyst";
    private const string ReasonPrefix = "ERROR_REASON_";

    /// <summary>What was asked for does not exist.</summary>
    /// <param name="reason">Which kind of thing.</param>
    /// <param name="message">What is missing and where to look.</param>
    /// <param name="asked">Names and values of what was asked for.</param>
    public static RpcException NotFound(V1.ErrorReason reason, string message, params ReadOnlySpan<(string Name, string Value)> asked) =>
        Make(StatusCode.NotFound, message, Info(reason, asked));

    /// <summary>The request asks for something that must not be done.</summary>
    public static RpcException FailedPrecondition(V1.ErrorReason reason, string message, params ReadOnlySpan<(string Name, string Value)> asked) =>
        Make(StatusCode.FailedPrecondition, message, Info(reason, asked));

    /// <summary>Fields of the request are wrong.</summary>
    public static RpcException InvalidArgument(V1.ErrorReason reason, IReadOnlyList<BadRequest.Types.FieldViolation> violations) => Make(
        StatusCode.InvalidArgument,
        string.Join(' ', violations.Select(v => $"{v.Field}: {v.Description}")),
        Info(reason, violations.Count == 1 ? [("field", violations[0].Field)] : []),
        new BadRequest { FieldViolations = { violations } });

    /// <summary>One field of the request is wrong.</summary>
    public static RpcException InvalidArgument(V1.ErrorReason reason, string field, string description) =>
        InvalidArgument(reason, [new BadRequest.Types.FieldViolation { Field = field, Description = description }]);

    /// <summary>A text of the request cannot be one, whichever field holds it.</summary>
    public static RpcException MalformedText(string message) => Make(StatusCode.InvalidArgument, message, Info(V1.ErrorReason.FieldMalformed, []));

    /// <summary>The database does not answer; the caller may try again.</summary>
    public static RpcException Unavailable(string message, TimeSpan retryAfter) => Make(
        StatusCode.Unavailable,
        message,
        Info(V1.ErrorReason.DatabaseUnavailable, []),
        new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

    /// <summary>A fault of the service itself: nothing of it reaches the caller but an id that is in the log.</summary>
    public static RpcException Internal(string id) => Make(
        StatusCode.Internal,
        $"The service failed. Report the id {id} to whoever runs it.",
        Info(V1.ErrorReason.Internal, [("id", id)]));

    private static ErrorInfo Info(V1.ErrorReason reason, ReadOnlySpan<(string Name, string Value)> asked)
    {
        // Type is what CommonProtos 2.0 calls field 1, `reason` in today's google/rpc/error_details.proto.
        var info = new ErrorInfo { Domain = Domain, Type = NameOf(reason) };
        foreach (var (name, value) in asked)
        {
            info.Metadata[name] = value;
        }

        return info;
    }

    private static string NameOf(V1.ErrorReason reason) =>
        V1.ErrorsReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name[ReasonPrefix.Length..];

    private static RpcException Make(StatusCode code, string message, params ReadOnlySpan<IMessage> details)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = message };
        foreach (var detail in details)
        {
            status.Details.Add(Any.Pack(detail));
        }

        return status.ToRpcException();
    }
}
