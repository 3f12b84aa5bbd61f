"""Vector tiles in QGIS: Layer > Add Layer > Add Vector Tile Layer with the address that TileJSON tells; draws, identifies. Prints what QGIS saw as JSON.

tiles.py TILEJSON PICTURE
"""

import json
import sys
from urllib.parse import quote
from urllib.request import urlopen

from desktop import UTM33, Desktop
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsRectangle, QgsSettings, QgsVectorTileBasicRenderer, QgsVectorTileLayer
from qgis.PyQt.QtGui import QColor

tilejson, picture = sys.argv[1:]
desktop = Desktop()
with urlopen(tilejson) as answer:
    description = json.load(answer)

# As the dialogue of new generic connections writes it.
layer = desktop.add(QgsVectorTileLayer(
    f"type=xyz&url={quote(description['tiles'][0], safe=':/{}')}&zmin={description['minzoom']}&zmax={description['maxzoom']}", description["name"]))
renderer = QgsVectorTileBasicRenderer()
renderer.setStyles(QgsVectorTileBasicRenderer.simpleStyle(QColor("#fdbb84"), QColor("#444444"), 0.3, QColor("#444444"), 0.3, QColor("#fdbb84"), QColor("#444444"), 2))
layer.setRenderer(renderer)
to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), UTM33, desktop.project)
canvas = desktop.canvas([layer], to_map.transformBoundingBox(QgsRectangle(*description["bounds"])))
canvas.saveAsImage(picture)

# By default a click hits all within 2 mm, which is 200 m here.
QgsSettings().setValue("/Map/searchRadiusMM", 0.1)
# Clicks over the whole window, in zones and outside.
clicks = []
extent = canvas.extent()
for column in range(1, 16):
    for row in range(1, 12):
        point = QgsPointXY(extent.xMinimum() + extent.width() * column / 16, extent.yMinimum() + extent.height() * row / 12)
        clicks.append({"x": point.x(), "y": point.y(), "hits": desktop.identify(canvas, point, layer)})
print(json.dumps({"clicks": clicks, "warnings": desktop.warnings}))
desktop.stop()
