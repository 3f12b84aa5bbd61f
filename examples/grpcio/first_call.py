"""What is loaded: python3 first_call.py [HOST:PORT]"""
import sys

import grpc
from bolyst.v1 import zone_service_pb2, zone_service_pb2_grpc

channel = grpc.insecure_channel(sys.argv[1] if len(sys.argv) > 1 else "localhost:5081")
zones = zone_service_pb2_grpc.ZoneServiceStub(channel)

for zone_set in zones.ListZoneSets(zone_service_pb2.ListZoneSetsRequest()).zone_sets:
    print(f"{zone_set.key}: {zone_set.zone_count} zones, {zone_set.name.nb}")
