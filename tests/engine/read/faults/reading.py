"""Read one text or several files as a person sends them, and compare what was read exactly."""

from functools import cache
from textwrap import dedent

import pytest

from engine.read import NamedFile
from engine.read.metric_names.resolve import Resolver, with_own_names
from tests.engine.content import real_knowledge
from tests.engine.read.short import read

# Figures of speed and memory: right where a log prints them, and nothing is diagnosed from them.
SPEED = {
    "step_time",
    "step_time_step",
    "data_time",
    "samples_per_second",
    "rss_mb",
    "rss_mb_step",
    "gpu_memory_mb",
    "gpu_utilization",
}


@cache
def _resolver():
    return Resolver(with_own_names(real_knowledge().metric_names))


def case_of(files):
    """Read files given as name -> text or bytes, as one request."""
    return read(
        files=tuple(
            NamedFile(name, content.encode() if isinstance(content, str) else content)
            for name, content in files.items()
        )
    )


def series_of(text, name="log.txt"):
    """Return canonical name -> values of one text."""
    return {each: curve.y.tolist() for each, curve in case_of({name: text}).series.items()}


def config_of(text, name="log.txt"):
    return dict(case_of({name: text}).config)


def known_names(case):
    """Return the series under a known name; the best so far and figures of speed left out."""
    return {
        name
        for name in case.series
        if _resolver().is_metric(name) and name not in SPEED and not name.startswith("best_")
    }


def given(case_id, text, config=None, **series):
    """One row of a table of cases: an input, its settings, and all of its series.

    A series is a list of its values, a mapping of its x to its values, or its number of points.
    """
    return pytest.param(plain(text), series, config or {}, id=case_id)


def plain(text):
    return dedent(text).strip("\n") + "\n" if isinstance(text, str) else text


def assert_reads(text, series, config=None, name="log.txt"):
    """Assert the exact set of known series, their values, and that the settings are among those
    that were read. `text` may be a mapping of file names to contents.
    """
    case = case_of(text if isinstance(text, dict) else {name: text})
    names = known_names(case) | (series.keys() & case.series.keys())
    found = {each: _shown(case.series[each], series.get(each)) for each in names}
    expected = {each: _expected(values) for each, values in series.items()}
    assert found == expected, f"found {found}, expected {expected}"
    assert {key: case.config.get(key) for key in config or {}} == (config or {})


def _shown(curve, expected):
    """Return a curve in the way in which it is expected."""
    values = curve.y.tolist()
    if isinstance(expected, int):
        return len(values)
    return [curve.x.tolist(), values] if isinstance(expected, dict) else values


def _expected(values):
    if isinstance(values, int):
        return values
    if isinstance(values, dict):
        return [pytest.approx(list(values)), pytest.approx(list(values.values()), nan_ok=True)]
    return pytest.approx(values, nan_ok=True)
