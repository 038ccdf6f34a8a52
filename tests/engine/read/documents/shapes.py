"""Short ways to read one text and to look at its curves."""

import json

from engine.read.formats import read_source
from tests.engine.read.short import source_of


def reading_of(text, name="file.json"):
    return read_source(source_of(text, name)).reading


def document(value, name="file.json"):
    return reading_of(json.dumps(value), name)


def curves(reading):
    """Return the values of each curve by its name, with split, grain and run where it has them."""
    return {
        "|".join(filter(None, (curve.name, curve.split, curve.grain, curve.run))): curve.y.tolist()
        for curve in reading.curves
        if curve.name != "epoch"
    }


def x_of(reading, name):
    curve = next(curve for curve in reading.curves if curve.name == name)
    return curve.x_name, curve.x.tolist()
