using Bolyst.Rpc.Hosting;
using Google.Protobuf.Reflection;
using Grpc.Reflection.V1;

namespace Bolyst.Rpc.Reflection;

/// <summary>grpc.reflection.v1: shows the contracts of every mapped service to generic clients.</summary>
internal sealed class ReflectionService(MappedServices services)
{
    // Made at the first question, when every service is mapped.
    private readonly Lazy<SymbolIndex> index = new(() => new SymbolIndex(services.Contracts));

    public async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(Answer(request));
        }
    }

    internal ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse
                {
                    Service = { services.Contracts.Select(contract => contract.FullName).Order(StringComparer.Ordinal).Select(name => new ServiceResponse { Name = name }) },
                };
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                Files(response, index.Value.FileNamed(request.FileByFilename), $"file '{request.FileByFilename}'");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                Files(response, index.Value.FileDeclaring(request.FileContainingSymbol), $"symbol '{request.FileContainingSymbol}'");
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                var extension = request.FileContainingExtension;
                Files(
                    response,
                    index.Value.FileExtending(extension.ContainingType, extension.ExtensionNumber),
                    FormattableString.Invariant($"extension {extension.ExtensionNumber} of '{extension.ContainingType}'"));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                Extensions(response, request.AllExtensionNumbersOfType);
                break;
            default:
                response.ErrorResponse = Error(StatusCode.InvalidArgument, "The request asks for nothing.");
                break;
        }

        return response;
    }

    private static void Files(ServerReflectionResponse response, FileDescriptor? file, string what)
    {
        if (file is null)
        {
            response.ErrorResponse = Error(StatusCode.NotFound, $"There is no {what} here.");
            return;
        }

        response.FileDescriptorResponse = new FileDescriptorResponse
        {
            FileDescriptorProto = { SymbolIndex.WithImports(file).Select(each => each.SerializedData) },
        };
    }

    private void Extensions(ServerReflectionResponse response, string message)
    {
        if (index.Value.ExtensionNumbers(message) is not { } numbers)
        {
            response.ErrorResponse = Error(StatusCode.NotFound, $"There is no message '{message}' here.");
            return;
        }

        response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = message, ExtensionNumber = { numbers } };
    }

    private static ErrorResponse Error(StatusCode code, string message) => new() { ErrorCode = (int)code, ErrorMessage = message };
}
