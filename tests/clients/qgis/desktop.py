"""QGIS without a screen, with a profile of its own: every run begins as a fresh installation does."""

import os
import tempfile

os.environ["QT_QPA_PLATFORM"] = "offscreen"
profile = tempfile.TemporaryDirectory(prefix="bolyst-qgis-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile.name

from qgis.core import NULL, Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsVectorLayer  # noqa: E402
from qgis.gui import QgsGui, QgsMapCanvas, QgsMapToolIdentify, QgsNewHttpConnection  # noqa: E402
from qgis.PyQt.QtCore import QDate, QElapsedTimer  # noqa: E402
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPushButton, QTreeView  # noqa: E402

SECONDS = 60
UTM33 = QgsCoordinateReferenceSystem("EPSG:25833")


class Desktop:
    """A running QGIS. What it warned of, as its log panel shows it, is in `warnings`."""

    def __init__(self):
        self.application = QgsApplication([], True)
        self.application.initQgis()
        self.warnings = []
        QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(self._logged)
        self.project = QgsProject.instance()
        self.project.setCrs(UTM33)

    def _logged(self, text, tag, level):
        if level in (Qgis.Warning, Qgis.Critical):
            self.warnings.append(f"{tag}: {text}")

    def new_connection(self, name, address):
        """Layer > Add Layer > Add WFS / OGC API - Features Layer > New, filled in as a user does."""
        dialogue = QgsNewHttpConnection(None, QgsNewHttpConnection.ConnectionWfs, "qgis/connections-wfs/", "")
        dialogue.findChild(QLineEdit, "txtName").setText(name)
        dialogue.findChild(QLineEdit, "txtUrl").setText(address)
        dialogue.findChild(QComboBox, "cmbVersion").setCurrentText("OGC API - Features")
        dialogue.accept()

    def add_layers(self, connection, wanted):
        """Connect in the same dialogue, mark layers and Add: the titles offered, by id, and the layers wanted."""
        dialogue = QgsGui.sourceSelectProviderRegistry().providerByName("WFS").createDataSourceWidget()
        addresses = []
        dialogue.addVectorLayer.connect(lambda address, name: addresses.append((name, address)))
        dialogue.findChild(QComboBox, "cmbConnections").setCurrentText(connection)
        dialogue.findChild(QPushButton, "btnConnect").click()
        tree = dialogue.findChild(QTreeView, "treeView")
        rows = tree.model()
        wait(lambda: rows.rowCount() > 0, "the list of layers")
        offered = {rows.index(row, 1).data(): rows.index(row, 0).data() for row in range(rows.rowCount())}
        for row in range(rows.rowCount()):
            if rows.index(row, 1).data() in wanted:
                tree.selectionModel().select(rows.index(row, 0), tree.selectionModel().Select | tree.selectionModel().Rows)
        dialogue.addButtonClicked()
        layers = {name: self.add(QgsVectorLayer(address, name, "OAPIF")) for name, address in addresses}
        return offered, layers

    def add(self, layer):
        """Puts a layer into the project."""
        if not layer.isValid():
            raise ValueError(f"QGIS refuses the layer {layer.name()}: {layer.error().message()} {self.warnings}")
        self.project.addMapLayer(layer)
        return layer

    def canvas(self, layers, extent, crs=UTM33):
        """The map window, drawn: 640 × 480 pixels."""
        canvas = QgsMapCanvas()
        canvas.setDestinationCrs(crs)
        canvas.setLayers(layers)
        canvas.setExtent(extent)
        drawn = []
        canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
        canvas.refresh()
        wait(lambda: drawn, "the map to be drawn")
        return canvas

    def identify(self, canvas, point, layer):
        """A click with the identify tool at a point of the map: attributes of what was hit."""
        pixel = canvas.getCoordinateTransform().transform(point)
        hits = QgsMapToolIdentify(canvas).identify(int(pixel.x()), int(pixel.y()), [layer], QgsMapToolIdentify.TopDownAll)
        return [values(hit.mFeature) for hit in hits]

    def to_map(self, layer, crs=UTM33):
        """From a layer's coordinates to the map's."""
        return QgsCoordinateTransform(layer.crs(), crs, self.project)

    def stop(self):
        self.project.clear()
        self.application.exitQgis()
        profile.cleanup()


def wait(until, what):
    """Lets QGIS work until something holds."""
    clock = QElapsedTimer()
    clock.start()
    while not until():
        if clock.elapsed() > SECONDS * 1000:
            raise TimeoutError(f"QGIS waited {SECONDS} s for {what}")
        QgsApplication.processEvents()


def fields(layer):
    """Names and types of a layer's columns, as its properties show them."""
    return {field.name(): field.typeName() for field in layer.fields()}


def values(feature):
    """A feature's attributes as JSON knows them; numbers keep every bit."""
    return {field.name(): value(feature[field.name()]) for field in feature.fields()}


def value(of):
    if of is None or of == NULL:
        return None
    return of.toString("yyyy-MM-dd") if isinstance(of, QDate) else of
