"""Calls one method of Bolyst with a request in JSON: python3 call.py HOST:PORT Service/Method '{...}' [deadline in seconds]"""
import importlib
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "generated"))

import grpc  # noqa: E402
from google.protobuf import json_format  # noqa: E402


def stub_and_request(service, method, address):
    name = re.sub(r"([a-z])([A-Z])", r"\1_\2", service).lower()
    messages = importlib.import_module(f"bolyst.v1.{name}_pb2")
    calls = importlib.import_module(f"bolyst.v1.{name}_pb2_grpc")
    channel = grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", -1)])
    descriptor = messages.DESCRIPTOR.services_by_name[service].methods_by_name[method]
    request = getattr(messages, descriptor.input_type.name)
    return getattr(getattr(calls, f"{service}Stub")(channel), method), request


def fault_of(error):
    from bolyst.clients import status_pb2

    fault = {"code": error.code().name, "message": error.details()}
    for key, value in error.trailing_metadata() or ():
        if key == "grpc-status-details-bin":
            for detail in status_pb2.Status.FromString(value).details:
                name = detail.type_url.rsplit(".", 1)[-1]
                if name == "ErrorInfo":
                    fault["reason"] = status_pb2.ErrorInfo.FromString(detail.value).reason
                if name == "BadRequest":
                    fields = status_pb2.BadRequest.FromString(detail.value).field_violations
                    fault["fields"] = [violation.field for violation in fields]
    return fault


def call(address, path, request, seconds=30.0):
    """Yields the answers as messages."""
    service, method = path.split("/")
    stub, request_type = stub_and_request(service, method, address)
    answer = stub(json_format.ParseDict(request, request_type()), timeout=seconds)
    yield from [answer] if hasattr(answer, "DESCRIPTOR") else answer


def main(address, path, request="{}", seconds="30"):
    try:
        for message in call(address, path, json.loads(request), float(seconds)):
            fields = json_format.MessageToDict(message, including_default_value_fields=True, preserving_proto_field_name=True)
            print(json.dumps(fields, ensure_ascii=False))
    except grpc.RpcError as error:
        print(json.dumps(fault_of(error), ensure_ascii=False), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or "/" not in sys.argv[2]:
        sys.exit("usage: python3 call.py HOST:PORT Service/Method '{...}' [deadline in seconds]")
    sys.exit(main(*sys.argv[1:]))
