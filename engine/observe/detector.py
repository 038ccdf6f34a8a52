"""Detectors: modules that measure one symptom each, listed in the tuple of their package."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from engine.evidence import Finding
from engine.run import Case

Look = Callable[[Case], Finding | None]


@dataclass(frozen=True, slots=True)
class Detector:
    """A module with a SYMPTOM and a function `observe`.

    address: the name by which the record of the symptom refers to it, as curves.loss_diverges.
    module: the name by which Python imports it.
    """

    symptom: str
    address: str
    module: str
    observe: Look


def detectors(package: str, *names: str) -> tuple[Detector, ...]:
    """Return the named modules of a package, in this order.

    Raises AttributeError for a module that is no detector.
    """
    return tuple(_detector(package, name) for name in names)


def _detector(package: str, name: str) -> Detector:
    path = f"{package}.{name}"
    module = import_module(path)
    return Detector(module.SYMPTOM, _address(path), path, module.observe)


def _address(path: str) -> str:
    """Return source and name: curves.loss_diverges for ...observe.curves.loss_diverges."""
    _, _, below = path.partition(".observe.")
    parts = below.split(".")
    return f"{parts[0]}.{parts[-1]}"
