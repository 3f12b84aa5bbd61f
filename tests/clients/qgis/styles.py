"""A layer in the styles of the service, as QGIS reads and draws them. Prints the rules, with the zones that QGIS counts under each, as JSON.

styles.py ADDRESS COLLECTION QML SLD PICTURE
"""

import json
import sys

from desktop import Desktop
from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsRenderContext

address, collection, qml, sld, picture = sys.argv[1:]
desktop = Desktop()
desktop.new_connection("Bolyst", address)
_, layers = desktop.add_layers("Bolyst", [collection])
layer = layers[collection]


def fill(symbol_layer):
    """What a layer of a symbol looks like."""
    look = {"kind": symbol_layer.layerType(), "colour": symbol_layer.color().name()}
    if symbol_layer.layerType() == "LinePatternFill":
        look["angle"] = symbol_layer.lineAngle()
    if symbol_layer.layerType() == "SimpleFill":
        look["brush"] = symbol_layer.properties()["style"]
    return look


def rules():
    """The rules of the layer's renderer that draw, in order."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer.startRender(context, layer.fields())
    seen = []
    for rule in renderer.rootRule().descendants():
        if not rule.symbol():
            continue
        zones = 0
        for feature in layer.getFeatures():
            context.expressionContext().setFeature(feature)
            zones += rule.isFilterOK(feature, context)
        seen.append({"label": rule.label(), "heading": rule.parent().label(), "zones": zones, "fill": [fill(part) for part in rule.symbol().symbolLayers()]})
    renderer.stopRender(context)
    return seen


seen = {}
message, loaded = layer.loadSldStyle(sld)
seen["sld"] = {"loaded": loaded, "message": message, "renderer": layer.renderer().type(), "rules": rules()}
message, loaded = layer.loadNamedStyle(qml)
seen["qml"] = {"loaded": loaded, "message": message, "renderer": layer.renderer().type(), "rules": rules()}
canvas = desktop.canvas([layer], desktop.to_map(layer).transformBoundingBox(layer.extent()))
canvas.saveAsImage(picture)
seen["warnings"] = desktop.warnings
print(json.dumps(seen))
desktop.stop()
