"""What a run is about: words of its settings and names of its curves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from engine.names import MAX_NAME
from engine.observe.measures.once import once_per_case
from engine.observe.measures.stated import word
from engine.run import Case, Series

SETTINGS = (
    "task",
    "model_kind",
    "loss",
    "generator_loss",
    "augmentation",
)
_SPLIT = re.compile(r"[^a-z0-9]+")


@once_per_case  # a dozen readers ask
def stated_words(case: Case) -> str:
    """Return the words of the settings that say what is trained, joined by underscores."""
    stated = (word(case, name) for name in SETTINGS)
    words = " ".join(stated)
    return _joined(words)


def states(case: Case, *words: str) -> bool:
    """Return whether one of the words, written with underscores, is part of these settings."""
    stated = stated_words(case)
    return any(each in stated for each in words)


def named(case: Case, *words: str) -> list[Series]:
    """Return the series whose names hold one of the words.

    Both the canonical names and those of the input count.
    """
    own_names = _own_names(case)
    return [
        series
        for name, series in case.series.items()
        if has_word(name, words) or has_word(own_names.get(name, ""), words)
    ]


@once_per_case
def _own_names(case: Case) -> Mapping[str, str]:
    """Return canonical name -> the name that the input writes."""
    curves = (curve for each in case.read_as for curve in each.curves)
    return {curve.name: curve.own_name for curve in curves}


def has_word(
    name: str,
    words: Iterable[str],
) -> bool:
    """Return whether a name holds one of the words between its underscores.

    A word may be several parts of the name, joined by underscores.
    """
    found = _known_to_hold if len(name) <= MAX_NAME else _holds
    return found(name, tuple(words))


def _holds(
    name: str,
    words: tuple[str, ...],
) -> bool:
    parts = f"_{_joined(name)}_"
    bounded = (f"_{each}_" for each in words)
    return any(each in parts for each in bounded)


def _joined(text: str) -> str:
    """Return the letters and digits of a text, with one underscore for what lies between."""
    return _known_joined(text) if len(text) <= MAX_NAME else _joined_anew(text)


def _joined_anew(text: str) -> str:
    return _SPLIT.sub("_", text.lower()).strip("_")


_known_joined = lru_cache(maxsize=1024)(_joined_anew)  # it outlives the request: short names only
_known_to_hold = lru_cache(maxsize=4096)(_holds)  # likewise: the readers ask the same of each run
