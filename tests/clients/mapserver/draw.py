"""The colours that MapServer draws a layer in by an SLD, at the middle of each zone, as JSON by code: draw.py FILE LAYER SLD"""
import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

from osgeo import gdal, ogr

SIZE = 500
MAP = """MAP
  PROJECTION "init=epsg:25833" END
  IMAGETYPE png24
  WEB METADATA "ows_enable_request" "*" "ows_title" "test" "ows_srs" "EPSG:25833" "ows_onlineresource" "http://localhost/" END END
  LAYER
    NAME "{layer}"
    TYPE POLYGON
    STATUS ON
    CONNECTIONTYPE OGR
    CONNECTION "{file}"
    DATA "{layer}"
    PROJECTION "init=epsg:25833" END
  END
END
"""

file, layer, sld = sys.argv[1:]
source = ogr.Open(file)
zones = source.GetLayer(layer)
west, east, south, north = zones.GetExtent()
with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/layer.map", "w", encoding="utf-8") as out:
        out.write(MAP.format(layer=layer, file=file))
    with open(f"{folder}/mapserver.conf", "w", encoding="utf-8") as out:
        out.write(f'CONFIG MAPS LAYER "{folder}/layer.map" END END\n')
    with open(sld, encoding="utf-8") as style:
        query = urllib.parse.urlencode({
            "MAP": "LAYER", "SERVICE": "WMS", "VERSION": "1.1.1", "REQUEST": "GetMap", "LAYERS": layer, "STYLES": "", "SRS": "EPSG:25833",
            "BBOX": f"{west},{south},{east},{north}", "WIDTH": SIZE, "HEIGHT": SIZE, "FORMAT": "image/png; mode=24bit", "SLD_BODY": style.read()})
    answer = subprocess.run(
        ["/usr/bin/mapserv"], stdout=subprocess.PIPE, check=True,
        env={**os.environ, "MAPSERVER_CONFIG_FILE": f"{folder}/mapserver.conf", "REQUEST_METHOD": "GET", "QUERY_STRING": query}).stdout
head, _, picture = answer.partition(b"\r\n\r\n")
if b"image/png" not in head:
    sys.exit(answer.decode(errors="replace"))
gdal.FileFromMemBuffer("/vsimem/drawn.png", picture)
drawn = gdal.Open("/vsimem/drawn.png")
bands = [drawn.GetRasterBand(n).ReadAsArray() for n in (1, 2, 3)]
colours = {}
for zone in zones:
    point = zone.GetGeometryRef().PointOnSurface()
    column = int((point.GetX() - west) / (east - west) * SIZE)
    row = int((north - point.GetY()) / (north - south) * SIZE)
    # The commonest within a few pixels: a pattern covers some of its ground.
    around = [tuple(int(band[y, x]) for band in bands) for y in range(row - 8, row + 9) for x in range(column - 8, column + 9)]
    colours[zone["code"]] = "#%02x%02x%02x" % max(set(around), key=around.count)
json.dump(colours, sys.stdout)
