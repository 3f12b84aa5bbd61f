"""The rows of a downloaded file as JSON, by programs that are not Bolyst's: read.py FILE [SHEET]"""
import csv
import datetime
import json
import sqlite3
import sys

import openpyxl
from osgeo import ogr


def gpkg(path):
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    table = database.execute("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'").fetchone()[0]
    return [{k: row[k] for k in row.keys() if k not in ("fid", "geom")} for row in database.execute(f'SELECT * FROM "{table}" ORDER BY fid')]


def geojson(path):
    with open(path, encoding="utf-8") as file:
        return [feature["properties"] for feature in json.load(file)["features"]]


def fgb(path):
    source = ogr.Open(path)
    return [feature.items() for feature in source.GetLayer(0)]


def csv_(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def xlsx(path):
    book = openpyxl.load_workbook(path, read_only=True)
    names, *rows = book[sys.argv[2] if len(sys.argv) > 2 else "data"].iter_rows()
    names = [cell.value for cell in names]
    return [{name: value(cell) for name, cell in zip(names, row)} for row in rows]


def value(cell):
    # A formula would be read as its text with data type f.
    if cell.data_type == "f":
        sys.exit(f"{cell.coordinate} is a formula: {cell.value}")
    return cell.value.date().isoformat() if isinstance(cell.value, datetime.datetime) else cell.value


readers = {"gpkg": gpkg, "geojson": geojson, "fgb": fgb, "csv": csv_, "xlsx": xlsx}
json.dump(readers[sys.argv[1].rsplit(".", 1)[1]](sys.argv[1]), sys.stdout)
