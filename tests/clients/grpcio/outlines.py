"""Streams outlines as deltas, with the client's own limit of a message: python3 outlines.py HOST:PORT '{"zone_set": ...}'
Prints a line for each message: of each zone its code, the area that was sent, and area and perimeter of its outline."""
import json
import math
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "generated"))

import grpc  # noqa: E402
from bolyst.v1 import zone_pb2, zone_service_pb2, zone_service_pb2_grpc  # noqa: E402
from google.protobuf import json_format  # noqa: E402

from delta import polygons_of  # noqa: E402


def area_of(ring):
    x0, y0 = ring[0]
    return abs(sum((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0) for (x1, y1), (x2, y2) in zip(ring, ring[1:]))) / 2


def measured(zone):
    polygons = polygons_of(zone.geometry.delta)
    return {
        "code": zone.ref.code,
        "area_m2": zone.shape.area_m2,
        "area": sum(area_of(shell) - sum(map(area_of, holes)) for shell, *holes in polygons),
        "perimeter": sum(math.dist(a, b) for rings in polygons for ring in rings for a, b in zip(ring, ring[1:])),
        "resolution": zone.geometry.delta.resolution,
    }


def main(address, request):
    asked = zone_service_pb2.StreamZonesRequest(view=zone_pb2.ZONE_VIEW_FULL)
    asked.geometry.encoding = zone_pb2.GEOMETRY_ENCODING_DELTA
    json_format.ParseDict(json.loads(request), asked)
    with grpc.insecure_channel(address) as channel:
        for message in zone_service_pb2_grpc.ZoneServiceStub(channel).StreamZones(asked):
            print(json.dumps([measured(zone) for zone in message.zones]))


if __name__ == "__main__":
    main(*sys.argv[1:])
