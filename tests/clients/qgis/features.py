"""The OGC API in QGIS, as a user meets it: connect, add layers, draw, filter, identify. Prints what QGIS saw as JSON.

features.py ADDRESS COLLECTION PICTURE
"""

import json
import sys

from desktop import UTM33, Desktop, fields, values
from qgis.core import QgsFeatureRequest, QgsGraduatedSymbolRenderer, QgsFillSymbol, QgsRendererRange, QgsRectangle

address, collection, picture = sys.argv[1:]
desktop = Desktop()
desktop.new_connection("Bolyst", address)
offered, layers = desktop.add_layers("Bolyst", [collection])
layer = layers[collection]
seen = {"offered": offered, "fields": fields(layer), "count": layer.featureCount(), "crs": layer.crs().authid()}

# Drawn in classes of one indicator; zones without a number show as the background.
symbols = [("#fee8c8", 0, 10), ("#fdbb84", 10, 20), ("#e34a33", 20, 100)]
layer.setRenderer(QgsGraduatedSymbolRenderer("persistent_low_income", [
    QgsRendererRange(low, high, QgsFillSymbol.createSimple({"color": colour, "outline_color": "#444444", "outline_width": "0.3"}), "")
    for colour, low, high in symbols]))
to_map = desktop.to_map(layer)
canvas = desktop.canvas([layer], to_map.transformBoundingBox(layer.extent()))
canvas.saveAsImage(picture)

features = {feature["code"]: feature for feature in layer.getFeatures()}
seen["features"] = [values(feature) for feature in features.values()]

# A click in the middle of a zone, zoomed in on it.
code = sorted(features)[len(features) // 2]
inside = to_map.transform(features[code].geometry().pointOnSurface().asPoint())
near = desktop.canvas([layer], QgsRectangle(inside.x() - 50, inside.y() - 50, inside.x() + 50, inside.y() + 50))
seen["clicked"], seen["identified"] = code, desktop.identify(near, inside, layer)

# A box in the map's coordinates, as selecting by a rectangle asks; then the filter of the layer's properties.
box = QgsFeatureRequest().setFilterRect(features[code].geometry().boundingBox()).setFlags(QgsFeatureRequest.ExactIntersect)
seen["in_box"] = sorted(feature["code"] for feature in layer.getFeatures(box))
seen["touching"] = sorted(other for other, feature in features.items() if feature.geometry().intersects(features[code].geometry().boundingBox()))
seen["missing"] = sorted(feature["code"] for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression('"unemployed" IS NULL')))
layer.setSubsetString("persistent_low_income > 20 AND social_assistance_status = 'value'")
seen["filtered"] = sorted(feature["code"] for feature in layer.getFeatures())
seen["warnings"] = desktop.warnings
print(json.dumps(seen))
desktop.stop()
