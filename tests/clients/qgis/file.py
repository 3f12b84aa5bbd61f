"""Opens a layer of a file and prints how QGIS sees it, as JSON: file.py FILE LAYER"""

import json
import sys

from desktop import Desktop, fields
from qgis.core import QgsVectorLayer

desktop = Desktop()
layer = desktop.add(QgsVectorLayer(f"{sys.argv[1]}|layername={sys.argv[2]}", sys.argv[2], "ogr"))
renderer = layer.renderer()
print(json.dumps({
    "features": layer.featureCount(),
    "crs": layer.crs().authid(),
    "types": fields(layer),
    "renderer": renderer.type(),
    "rules": [rule.label() for rule in renderer.rootRule().children()] if renderer.type() == "RuleRenderer" else [],
    "styles": layer.listStylesInDatabase()[2],
    "warnings": desktop.warnings,
}))
desktop.stop()
