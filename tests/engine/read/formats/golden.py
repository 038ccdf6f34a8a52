"""Golden files: one example of each format as its tool prints it, and the reading expected of it.

`golden/<format>.<extension>` is the example, `golden/<format>.reading.json` the reading.
"""

import json
import math
from pathlib import Path

from engine.read import NamedFile
from engine.read.formats import read_source
from engine.read.source import Source
from tests.engine.read.short import metric_names

GOLDEN = Path(__file__).parent / "golden"
READING = ".reading.json"


def examples(folder=GOLDEN):
    """Return the examples of each format: format name -> paths."""
    by_format = {}
    for path in sorted(folder.iterdir()):
        if not path.name.endswith(READING):
            by_format.setdefault(path.stem, []).append(path)
    return by_format


def expected(name, folder=GOLDEN):
    return json.loads((folder / f"{name}{READING}").read_text())


def faults(formats, folder=GOLDEN):
    """Say which formats and golden files do not match one to one."""
    by_format = examples(folder)
    readings = {path.name.removesuffix(READING) for path in folder.glob(f"*{READING}")}
    names = [form.name for form in formats]
    for name in names:
        if len(by_format.get(name, [])) != 1:
            yield f"{name}: needs one example golden/{name}.<extension>"
        if name not in readings:
            yield f"{name}: needs golden/{name}{READING}"
    for name in sorted((by_format.keys() | readings) - set(names)):
        yield f"{name}: has a golden file and is no format"


def named_example(name):
    """Return the example of a format under the name that its reading gives it."""
    (path,) = examples()[name]
    return NamedFile(expected(name)["file"], path.read_bytes())


def taken_by(formats, file):
    """Return the name of the first format that recognizes a file; empty if none does."""
    source = Source.of_file(file, metric_names())
    return next((form.name for form in formats if form.sniff(source)), "")


def read_example(path, file_name):
    """Return format and reading of an example, in the shape of the files with the readings."""
    source = Source.of_file(NamedFile(file_name, path.read_bytes()), metric_names())
    name, form, reading = read_source(source)
    found = {
        "curves": [_named_curve(curve) for curve in reading.curves],
        "inner": [[file.name, len(file.content)] for file in reading.inner],
    }
    return {
        **{key: value for key, value in found.items() if value},
        "file": name,
        "format": form,
        "layers": {key: [_curve(curve) for curve in many] for key, many in reading.layers.items()},
        "classes": {key: list(matrix.shape) for key, matrix in reading.classes.items()},
        "config": list(reading.config),
        "log_lines": len(reading.log),
        "warnings": list(reading.warnings),
    }


def _named_curve(curve):
    said = {"split": curve.split, "grain": curve.grain, "run": curve.run}
    return {
        "name": curve.name,
        **{key: word for key, word in said.items() if word},
        **_curve(curve),
    }


def _curve(curve):
    return {
        "points": len(curve),
        "x": curve.x_name,
        "first": [_number(curve.x[0]), _number(curve.y[0])],
        "last": [_number(curve.x[-1]), _number(curve.y[-1])],
    }


def _number(value):
    """Return a number that JSON can write; others become their Python spelling."""
    return float(value) if math.isfinite(value) else repr(float(value))
