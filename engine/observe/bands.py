"""All bounds of the detectors, to be printed by the lab and the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from engine.observe import DETECTORS
from engine.observe.measures.band import Band


class NamedBand(NamedTuple):
    """A bound of a detector.

    name: the constant in the module of the detector; RATE[adam] for an entry of a table of bands.
    """

    symptom: str
    name: str
    band: Band


class Citation(NamedTuple):
    """A source that a detector cites, by its key in fixtures/sources.yaml."""

    symptom: str
    source: str


def bands() -> Iterator[NamedBand]:
    """Yield the bands of all detectors, in the order of the detectors and of their modules."""
    for detector in DETECTORS:
        constants = vars(import_module(detector.module))
        for name, value in constants.items():
            for key, band in _bands_in(value):
                yield NamedBand(detector.symptom, f"{name}{key}", band)


def citations() -> Iterator[Citation]:
    """Yield each source of each detector once: those of its bands, and those of its SOURCES."""
    cited: dict[Citation, None] = {}
    for detector in DETECTORS:
        module = import_module(detector.module)
        for source in getattr(module, "SOURCES", ()):
            cited[Citation(detector.symptom, source)] = None
    for symptom, _, band in bands():
        for source in band.sources:
            cited[Citation(symptom, source)] = None
    yield from cited


def _bands_in(value: object) -> Iterator[tuple[str, Band]]:
    """Yield a band, or the bands of a table, each with what follows the name of the constant."""
    if isinstance(value, Band):
        yield "", value
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            if isinstance(entry, Band):
                yield f"[{key}]", entry
