"""The official interoperability cases by grpcio: python3 interop.py HOST:PORT DESCRIPTOR_SET

The messages are made from the descriptor set, so that nothing is generated beforehand.
"""
import sys
import time

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

LARGE_REQUEST, LARGE_RESPONSE = 271828, 314159
REQUEST_SIZES, RESPONSE_SIZES = [27182, 8, 1828, 45904], [31415, 9, 2653, 58979]
SPECIAL_MESSAGE = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
ECHO_INITIAL, ECHO_TRAILING = "x-grpc-test-echo-initial", "x-grpc-test-echo-trailing-bin"


class Stub:
    """Every method of a service, as the channel calls it."""

    def __init__(self, channel, service):
        for method in service.methods:
            kind = ("stream" if method.client_streaming else "unary") + "_" + ("stream" if method.server_streaming else "unary")
            call = getattr(channel, kind)(
                f"/{service.full_name}/{method.name}",
                request_serializer=lambda message: message.SerializeToString(),
                response_deserializer=MESSAGES.GetPrototype(method.output_type).FromString,
            )
            setattr(self, method.name, call)


def load(path):
    files = descriptor_pb2.FileDescriptorSet()
    with open(path, "rb") as descriptors:
        files.ParseFromString(descriptors.read())
    pool = descriptor_pool.DescriptorPool()
    for file in files.file:
        pool.Add(file)
    return pool


def message(name, **fields):
    return MESSAGES.GetPrototype(POOL.FindMessageTypeByName("grpc.testing." + name))(**fields)


def payload(size):
    return message("Payload", body=bytes(size))


def parameters(*sizes, interval_us=0):
    return [message("ResponseParameters", size=size, interval_us=interval_us) for size in sizes]


def flag(value):
    return message("BoolValue", value=value)


def equal(actual, expected, what):
    if actual != expected:
        raise AssertionError(f"{what}: {actual!r} instead of {expected!r}")


def fails(code, call):
    """The error that a call ends with, which must have this code."""
    try:
        call()
    except grpc.RpcError as error:
        equal(error.code(), code, "status")
        return error
    raise AssertionError(f"succeeded instead of {code}")


def empty_unary():
    equal(PLAIN.EmptyCall(message("Empty")), message("Empty"), "answer")


def large_unary():
    answer = PLAIN.UnaryCall(message("SimpleRequest", response_size=LARGE_RESPONSE, payload=payload(LARGE_REQUEST)))
    equal(len(answer.payload.body), LARGE_RESPONSE, "size")


def client_compressed_unary():
    request = message("SimpleRequest", expect_compressed=flag(True), response_size=LARGE_RESPONSE, payload=payload(LARGE_REQUEST))
    fails(grpc.StatusCode.INVALID_ARGUMENT, lambda: PLAIN.UnaryCall(request))
    equal(len(PLAIN.UnaryCall(request, compression=grpc.Compression.Gzip).payload.body), LARGE_RESPONSE, "size")


def server_compressed_unary():
    for value in (True, False):
        answer = PLAIN.UnaryCall(message("SimpleRequest", response_compressed=flag(value), response_size=LARGE_RESPONSE))
        equal(len(answer.payload.body), LARGE_RESPONSE, "size")


def client_streaming():
    answer = PLAIN.StreamingInputCall(message("StreamingInputCallRequest", payload=payload(size)) for size in REQUEST_SIZES)
    equal(answer.aggregated_payload_size, 74922, "sum")


def client_compressed_streaming():
    requests = [message("StreamingInputCallRequest", expect_compressed=flag(True), payload=payload(size)) for size in (27182, 45904)]
    fails(grpc.StatusCode.INVALID_ARGUMENT, lambda: PLAIN.StreamingInputCall(iter(requests)))
    equal(PLAIN.StreamingInputCall(iter(requests), compression=grpc.Compression.Gzip).aggregated_payload_size, 73086, "sum")


def server_streaming():
    answers = PLAIN.StreamingOutputCall(message("StreamingOutputCallRequest", response_parameters=parameters(*RESPONSE_SIZES)))
    equal([len(answer.payload.body) for answer in answers], RESPONSE_SIZES, "sizes")


def server_compressed_streaming():
    wanted = parameters(31415, 92653)
    wanted[0].compressed.value = True
    wanted[1].compressed.value = False
    answers = PLAIN.StreamingOutputCall(message("StreamingOutputCallRequest", response_parameters=wanted))
    equal([len(answer.payload.body) for answer in answers], [31415, 92653], "sizes")


def ping_pong():
    answered = []

    def requests():
        for index, (request, response) in enumerate(zip(REQUEST_SIZES, RESPONSE_SIZES)):
            while len(answered) < index:
                time.sleep(0.001)
            yield message("StreamingOutputCallRequest", response_parameters=parameters(response), payload=payload(request))

    for answer in PLAIN.FullDuplexCall(requests()):
        answered.append(len(answer.payload.body))
    equal(answered, RESPONSE_SIZES, "sizes")


def empty_stream():
    equal(list(PLAIN.FullDuplexCall(iter([]))), [], "answers")


def custom_metadata():
    sent = ((ECHO_INITIAL, "test_initial_metadata_value"), (ECHO_TRAILING, b"\xab\xab\xab"))

    def check(call):
        equal(dict(call.initial_metadata())[ECHO_INITIAL], "test_initial_metadata_value", "initial metadata")
        equal(dict(call.trailing_metadata())[ECHO_TRAILING], b"\xab\xab\xab", "trailing metadata")

    _, unary = PLAIN.UnaryCall.with_call(message("SimpleRequest", response_size=LARGE_RESPONSE), metadata=sent)
    check(unary)
    duplex = PLAIN.FullDuplexCall(iter([message("StreamingOutputCallRequest", response_parameters=parameters(LARGE_RESPONSE))]), metadata=sent)
    equal([len(answer.payload.body) for answer in duplex], [LARGE_RESPONSE], "sizes")
    check(duplex)


def status_code_and_message():
    status = message("EchoStatus", code=2, message="test status message")
    unary = fails(grpc.StatusCode.UNKNOWN, lambda: PLAIN.UnaryCall(message("SimpleRequest", response_status=status)))
    equal(unary.details(), "test status message", "message")
    duplex = fails(
        grpc.StatusCode.UNKNOWN,
        lambda: list(PLAIN.FullDuplexCall(iter([message("StreamingOutputCallRequest", response_status=status)]))),
    )
    equal(duplex.details(), "test status message", "message of the stream")


def special_status_message():
    status = message("EchoStatus", code=2, message=SPECIAL_MESSAGE)
    error = fails(grpc.StatusCode.UNKNOWN, lambda: PLAIN.UnaryCall(message("SimpleRequest", response_status=status)))
    equal(error.details(), SPECIAL_MESSAGE, "message")


def unimplemented_method():
    fails(grpc.StatusCode.UNIMPLEMENTED, lambda: PLAIN.UnimplementedCall(message("Empty")))


def unimplemented_service():
    fails(grpc.StatusCode.UNIMPLEMENTED, lambda: UNKNOWN.UnimplementedCall(message("Empty")))


def endless():
    while True:
        time.sleep(0.01)
        yield message("StreamingInputCallRequest", payload=payload(1))


def cancel_after_begin():
    call = PLAIN.StreamingInputCall.future(endless())
    time.sleep(0.05)
    call.cancel()
    equal(call.code(), grpc.StatusCode.CANCELLED, "status")


def cancel_after_first_response():
    call = PLAIN.FullDuplexCall(
        message("StreamingOutputCallRequest", response_parameters=parameters(31415), payload=payload(27182)) for _ in endless()
    )
    next(call)
    call.cancel()
    fails(grpc.StatusCode.CANCELLED, lambda: list(call))


def timeout_on_sleeping_server():
    request = message("StreamingOutputCallRequest", payload=payload(27182), response_parameters=parameters(1, interval_us=60_000_000))
    fails(grpc.StatusCode.DEADLINE_EXCEEDED, lambda: list(PLAIN.FullDuplexCall(iter([request]), timeout=0.02)))


CASES = [
    empty_unary, large_unary, client_compressed_unary, server_compressed_unary, client_streaming, client_compressed_streaming,
    server_streaming, server_compressed_streaming, ping_pong, empty_stream, custom_metadata, status_code_and_message,
    special_status_message, unimplemented_method, unimplemented_service, cancel_after_begin, cancel_after_first_response,
    timeout_on_sleeping_server,
]

ADDRESS, DESCRIPTORS = sys.argv[1:]
POOL = load(DESCRIPTORS)
MESSAGES = message_factory.MessageFactory(POOL)
with grpc.insecure_channel(ADDRESS) as CHANNEL:
    PLAIN = Stub(CHANNEL, POOL.FindServiceByName("grpc.testing.TestService"))
    UNKNOWN = Stub(CHANNEL, POOL.FindServiceByName("grpc.testing.UnimplementedService"))
    for case in CASES:
        try:
            case()
            print("PASS", case.__name__, flush=True)
        except Exception as error:  # Each case stands for itself: the others still run.
            print(f"FAIL {case.__name__}: {error!r}".replace("\n", " | "), flush=True)
