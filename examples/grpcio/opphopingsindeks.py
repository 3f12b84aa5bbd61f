"""The opphopingsindeks of the 428 kommuner of 2013, one of them explained, and Oslo's bydeler compared: python3 opphopingsindeks.py [HOST:PORT]"""
import hashlib
import math
import struct
import sys

import grpc
from bolyst.v1 import comparison_service_pb2, comparison_service_pb2_grpc
from bolyst.v1 import index_pb2, index_service_pb2, index_service_pb2_grpc
from bolyst.v1 import value_pb2, zone_pb2, zone_service_pb2, zone_service_pb2_grpc

channel = grpc.insecure_channel(sys.argv[1] if len(sys.argv) > 1 else "localhost:5081")
indexes = index_service_pb2_grpc.IndexServiceStub(channel)
zones = zone_service_pb2_grpc.ZoneServiceStub(channel)
comparisons = comparison_service_pb2_grpc.ComparisonServiceStub(channel)


def written(number):
    """A number with every digit that tells it from its neighbours."""
    return str(number).removesuffix(".0")


def said(measured):
    """A number, or the reason why there is none."""
    return written(measured.value) if measured.WhichOneof("result") == "value" else measured.reason.text


query = index_service_pb2.IndexQuery(
    zone_set="kommune-2013",
    period="2013",
    product=index_pb2.ProductRecipe(
        factors=[
            index_pb2.ProductFactor(indicator="persistent-low-income", scale=0.01),
            index_pb2.ProductFactor(indicator="unemployed", scale=0.01),
            index_pb2.ProductFactor(indicator="social-assistance", scale=0.01),
        ]
    ),
    weight_indicator="population",
)

index = indexes.GetOpphopingsindeks(index_service_pb2.GetOpphopingsindeksRequest(query=query))
numbers = [number for number in index.raw if not math.isnan(number)]
print(f"{len(numbers)} of {len(index.codes)} kommuner have a number")
print(f"sha256 of the numbers: {hashlib.sha256(struct.pack(f'<{len(numbers)}d', *numbers)).hexdigest()}")
for missing in index.missing:
    print(f"{missing.code}: {missing.reason.text}")

oslo = indexes.ExplainIndex(index_service_pb2.ExplainIndexRequest(query=query, code="0301"))
print(f"{oslo.zone.name}: {said(oslo.raw)}, rank {said(oslo.rank)} of {oslo.ranked_zones}, made of")
for factor in oslo.factors:
    print(f"  {factor.selection.indicator} {factor.selection.period}: {said(factor.value)}")

oslo_ref = zone_pb2.ZoneRef(zone_set="kommune-2013", code="0301")
bydeler = zones.ListZones(zone_service_pb2.ListZonesRequest(zone_set="bydel-2013", parent=oslo_ref)).zones
comparison = comparisons.CompareZones(
    comparison_service_pb2.CompareZonesRequest(
        zones=[zone.ref for zone in bydeler],
        selections=[value_pb2.IndicatorSelection(indicator="persistent-low-income", period="2013")],
    )
)
for zone, compared in zip(comparison.zones, comparison.comparisons[0].values):
    value = compared.value
    print(f"{zone.name}: {written(value.value) if value.HasField('value') else value_pb2.ObservationStatus.Name(value.status)}")
