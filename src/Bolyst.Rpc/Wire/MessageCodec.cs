using System.Buffers;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Bolyst.Rpc.Wire;

/// <summary>Reads and writes the messages of one method.</summary>
internal sealed class MessageCodec
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly MessageDescriptor request;
    private readonly JsonParser jsonParser;
    private readonly JsonFormatter jsonFormatter;

    public MessageCodec(MethodDescriptor method)
    {
        request = method.InputType;
        var types = TypeRegistry.FromFiles(method.File);
        jsonParser = new JsonParser(JsonParser.Settings.Default.WithTypeRegistry(types));
        jsonFormatter = new JsonFormatter(JsonFormatter.Settings.Default.WithTypeRegistry(types));
    }

    /// <exception cref="RpcException">The bytes are no message of this type.</exception>
    public IMessage Read(MessageFormat format, ReadOnlySequence<byte> bytes)
    {
        try
        {
            return format == MessageFormat.Proto
                ? request.Parser.ParseFrom(bytes)
                : jsonParser.Parse(bytes.IsEmpty ? "{}" : StrictUtf8.GetString(bytes), request);
        }
        catch (InvalidProtocolBufferException exception) when (format == MessageFormat.Proto)
        {
            throw Unreadable(StatusCode.Internal, exception);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or OverflowException)
        {
            throw Unreadable(StatusCode.InvalidArgument, exception);
        }
    }

    /// <summary>The message in JSON, in UTF-8.</summary>
    public byte[] WriteJson(IMessage message) => StrictUtf8.GetBytes(jsonFormatter.Format(message));

    private RpcException Unreadable(StatusCode code, Exception reason) =>
        new(new Status(code, $"The request is no {request.FullName}: {reason.Message}"));
}
