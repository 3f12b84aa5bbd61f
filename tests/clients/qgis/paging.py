"""Reads a large collection of the OGC API to the end. Prints what QGIS saw as JSON.

paging.py ADDRESS COLLECTION
"""

import json
import sys

from desktop import Desktop, fields, value
from qgis.core import NULL, QgsFeatureRequest, QgsRectangle

address, collection = sys.argv[1:]
desktop = Desktop()
desktop.new_connection("Bolyst", address)
_, layers = desktop.add_layers("Bolyst", [collection])
layer = layers[collection]
seen = {"fields": fields(layer), "count": layer.featureCount()}

# A window of the map first, as it is drawn: only what it meets is asked for.
middle = layer.extent().center()
window = QgsRectangle(middle.x() - 0.5, middle.y() - 0.25, middle.x() + 0.5, middle.y() + 0.25)
seen["in_window"] = sorted(feature["code"] for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(window)))

codes, missing, total = set(), 0, 0.0
for feature in layer.getFeatures():
    codes.add(feature["code"])
    missing += feature["andel"] == NULL
    total += feature["tal"]
seen["read"], seen["missing"], seen["total"] = len(codes), missing, total
seen["warnings"] = desktop.warnings
print(json.dumps(seen))
desktop.stop()
