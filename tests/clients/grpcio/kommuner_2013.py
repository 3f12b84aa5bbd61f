"""Computes the opphopingsindeks of the kommuner of 2013 straight from IMDi's tables and compares it with a server that imported them:
python3 kommuner_2013.py HOST:PORT DATA_FOLDER"""
import csv
import json
import math
import pathlib
import sys

from call import call

QUERY = {
    "zone_set": "kommune-2013",
    "period": "2013",
    "product": {
        "factors": [
            {"indicator": "persistent-low-income", "scale": 0.01},
            {"indicator": "unemployed", "scale": 0.01},
            {"indicator": "social-assistance", "scale": 0.01},
        ]
    },
}
HARSTAD = {"1901": "1903"}  # changed on 1 January 2013; boundaries and some tables have the old number, other tables the new one


def table(data, name, unit, **chosen):
    """The cells of one table by kommune: a number, or None where the table has a marker instead."""
    cells = {}
    with open(data / "imdi-kommune-bydel-2015" / name, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["kommune_nr"] != "NULL" and row["aar"] == "2013" and row["enhet"] == unit:
                if all(row[field] == value for field, value in chosen.items()):
                    text = row["tabellvariabel"]
                    code = HARSTAD.get(row["kommune_nr"], row["kommune_nr"])
                    cells[code] = None if text in (":", ".", "-", "..") else float(text)
    return cells


def population(data):
    with open(data / "nor-maps" / "versioned" / "2013_kommune.geojson", encoding="utf-8") as file:
        kommuner = [feature["properties"] for feature in json.load(file)["features"]]
    return {HARSTAD.get(kommune["kommune_no"], kommune["kommune_no"]): kommune["population"] for kommune in kommuner}


def by_hand(data):
    persons = population(data)
    low_income = table(data, "vedvarende_lavinntekt.csv", "prosent", innvkat_3="alle", vreg_3="alle")
    unemployed = table(data, "arbledige_innvkat_land.csv", "prosent", innvkat_3="alle", vreg_3="alle")
    receivers = table(data, "sosialhjelp.csv", "personer", innvkat_5="alle", kjonn="alle")
    for code, inhabitants in sorted(persons.items()):
        factors = (low_income.get(code), unemployed.get(code), receivers.get(code))
        missing = any(factor is None for factor in factors)
        yield code, None if missing else factors[0] / 100 * (factors[1] / 100) * (factors[2] / inhabitants)


def main(address, folder):
    answer = next(call(address, "IndexService/GetOpphopingsindeks", {"query": QUERY}))
    expected = list(by_hand(pathlib.Path(folder)))
    assert list(answer.codes) == [code for code, _ in expected], "other kommuner"
    for (code, product), served in zip(expected, answer.raw):
        if product is None:
            assert math.isnan(served), f"{code}: {served} where a factor is missing"
        else:
            assert math.isclose(product, served, rel_tol=1e-12), f"{code}: {served}, by hand {product}"
    present = sum(product is not None for _, product in expected)
    print(json.dumps({"kommuner": len(expected), "with_value": present, "missing": [code for code, product in expected if product is None]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
