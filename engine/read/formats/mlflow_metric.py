"""The files of MLflow's local store: one metric a file, each line `milliseconds value step`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import numpy as np

from engine.read.inputs import Reading
from engine.read.parts.numbers import number_from_text
from engine.run import Series

_LINE = re.compile(r"(\d{12,14}) (\S{1,40}) (-?\d{1,12})", re.ASCII)


def sniff(text: str) -> bool:
    lines = text[:4000].splitlines()[:5]
    return bool(lines) and all(_LINE.fullmatch(line) for line in lines)


def read(text: str, name: str) -> Reading:
    points = [
        (float(match.group(3)), number)
        for line in text.splitlines()
        if (match := _LINE.fullmatch(line)) and (number := number_from_text(match.group(2))) is not None
    ]
    metric = PurePosixPath(name).name or "metric"
    x, y = np.array(points, dtype=np.float64).reshape(-1, 2).T
    return Reading("mlflow-metric", {metric: Series(metric, x, y, "step")})
