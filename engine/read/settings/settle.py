"""Settings of all sources of a run, flat and under canonical names; one value for each."""

from __future__ import annotations

import re
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from engine.names import normalized
from engine.read.parts.limits import MAX_LISTED_SETTINGS
from engine.read.parts.names import (
    Names,
    nested_endings,
)
from engine.read.settings.paths import (
    flattened,
    is_summary,
    place_of,
)
from engine.read.settings.spelling import (
    may_be,
    out_of_range,
    setting,
    unified,
)
from engine.run import ConfigValue

MAX_SETTINGS = 2000
_MOST_REFUSED = 20
_MOST_NAMED = 4  # values that one warning names
# Flags that choose the precision; tf32 is a flag that leaves it as it is.
_FLAG_PRECISION = {
    "fp16": "fp16",
    "bf16": "bf16",
    "half": "fp16",
    "tf32": "",
}
_ENABLED = ".enabled"  # DeepSpeed: {"fp16": {"enabled": true}}
# Settings of which a second value is worth a warning.
_WARNED = frozenset(
    {
        "batch_size", "dropout", "epochs", "gradient_clip", "learning_rate", "momentum",
        "n_classes", "optimizer", "weight_decay",
    }
)  # fmt: skip
_PLAIN = frozenset({"lr", "bs", "wd", "train_batch_size", "per_device_train_batch_size"})
_WEAK = frozenset(
    {
        "epoch", "eta", "step_size", "iterations", "params", "parameters", "layers", "mini_batch",
        "minibatch",
    }
)  # fmt: skip
_DECORATION = re.compile(r" ?\([^()]{0,80}\)| [A-Z]$")
_ASIDE = 1  # of `Place.aside`: program text and summaries stand further away
_RATE = "learning_rate"
# Words of a path that say whose rate it is.
_SIDES = {
    "d": ("d", "disc", "discriminator", "critic", "netd"),
    "g": ("g", "gen", "generator", "netg"),
}


class Settled(NamedTuple):
    """settings: canonical names first come first; `unknown` are the names that are no alias."""

    settings: dict[str, ConfigValue]
    unknown: tuple[str, ...]
    warnings: tuple[str, ...]


class _Found(NamedTuple):
    """A setting as it stands in its source."""

    source: str
    path: str
    value: ConfigValue
    is_of_results: bool


class _Candidate(NamedTuple):
    """A value that one path gives to a canonical name; of several the smallest rank stands."""

    rank: tuple[int, int, int, int, int]
    path: str
    source: str
    value: ConfigValue

    def __str__(self) -> str:
        value = f"{self.value:g}" if isinstance(self.value, float) else str(self.value)
        place = f"{self.path} in {self.source}" if self.source else self.path
        return f"{value} ({place})"

    def is_as_near_as(self, other: _Candidate) -> bool:
        """Return whether it stands where the run's settings stand, as the other one does."""
        return self.rank[0] <= max(_ASIDE, other.rank[0])


def settled(
    sources: Iterable[tuple[str, Mapping[str, object]]],
    names: Names,
) -> Settled:
    """Join the configurations of several sources, each with its name.

    Where two give one setting, the run's own stands: not in the block of a scheduler, in program
    text or in a summary of results; then the one with the shorter path; then the first.
    """
    collected = _Collected()
    paths = _paths(sources)
    for source, path, raw, is_of_results in islice(paths, MAX_LISTED_SETTINGS):
        if collected.size >= MAX_SETTINGS and not isinstance(raw, bool):
            continue
        value = setting(raw)
        if value is not None:
            collected.add(_Found(source, path, value, is_of_results), names)
    return collected.settled()


def _paths(
    sources: Iterable[tuple[str, Mapping[str, object]]],
) -> Iterator[tuple[str, str, object, bool]]:
    for source, config in sources:
        is_of_results = is_summary(config)
        for path, raw in flattened(config):
            yield source, path, raw, is_of_results


@dataclass
class _Collected:
    """Settings while their sources are read.

    candidates: for each canonical name every value that a path gives to it.
    precision: what a flag such as `bf16: true` says, which stands above all names.
    size: number of settings that were taken, which is bounded.
    refused: why values were not read, each once, the first of them.
    """

    candidates: dict[str, list[_Candidate]] = field(default_factory=dict)
    unknown: dict[str, ConfigValue] = field(default_factory=dict)
    precision: str = ""
    size: int = 0
    refused: dict[str, None] = field(default_factory=dict)

    def add(
        self,
        found: _Found,
        names: Names,
    ) -> None:
        value = found.value
        if isinstance(value, bool):
            flag = _flag_of(found.path)
            if flag in _FLAG_PRECISION:
                if value:
                    self.precision = _FLAG_PRECISION[flag] or self.precision
                return
        if self.size >= MAX_SETTINGS:
            return
        name, alias = _canonical(found.path, names)
        if name:
            self._add_known(name, alias, found)
            return
        own = normalized(found.path.replace(".", "_"))
        if own not in self.unknown:
            self.size += 1
            self.unknown[own] = value

    def _add_known(
        self,
        name: str,
        alias: str,
        found: _Found,
    ) -> None:
        value = unified(name, found.value)
        if not may_be(name, alias, value):
            self._refuse(out_of_range(name, value))
            return
        self.size += 1
        others = self.candidates.setdefault(name, [])
        place = place_of(found.path, found.is_of_results)
        rank = (
            place.aside,
            int(alias in _WEAK and alias != name),
            place.depth,
            int(alias not in _PLAIN and alias != name),
            len(others),
        )
        others.append(_Candidate(rank, found.path, found.source, value))

    def _refuse(self, reason: str) -> None:
        if reason and len(self.refused) < _MOST_REFUSED:
            self.refused[reason] = None

    def settled(self) -> Settled:
        canonical: dict[str, ConfigValue] = {}
        others: dict[str, ConfigValue] = {}
        warnings = list(self.refused)
        for name, candidates in self.candidates.items():
            distinct = _distinct(candidates)
            canonical[name] = distinct[0].value
            near = [each for each in distinct if each.is_as_near_as(distinct[0])]
            for other in near[1:]:
                own = normalized(other.path.replace(".", "_"))
                others.setdefault(own, other.value)
            if name in _WARNED and len(near) > 1:
                warnings.append(_several(name, near))
        _add_only_rate(canonical)
        if self.precision:
            canonical["precision"] = self.precision
        settings = {**others, **self.unknown, **canonical}
        _add_effective_batch(settings)
        return Settled(settings, tuple(self.unknown), tuple(warnings))


def _distinct(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return the first candidate of each value, the best first."""
    first: dict[ConfigValue, _Candidate] = {}
    for candidate in sorted(candidates, key=lambda each: each.rank):
        first.setdefault(candidate.value, candidate)
    return list(first.values())


def _several(
    name: str,
    candidates: list[_Candidate],
) -> str:
    """Say: learning_rate is 0.001 (lr) and 0.01 (head.lr): the first is used."""
    named = [str(each) for each in candidates[:_MOST_NAMED]]
    more = len(candidates) - len(named)
    if more:
        named.append(f"{more} more")
    return f"{name} is {' and '.join(named)}: the first is used"


def _flag_of(path: str) -> str:
    path = path.removesuffix(_ENABLED)
    return normalized(path.rpartition(".")[2])


def _canonical(
    path: str,
    names: Names,
) -> tuple[str, str]:
    """Return the canonical name and the ending that is its alias; empty for an unknown name."""
    for ending in nested_endings(path):
        name = names.looked_up(ending)
        plain = ending if name else _DECORATION.sub("", ending)
        if plain != ending:
            name = names.looked_up(plain)
        if name:
            alias = normalized(ending.rpartition(".")[2])
            return _of_side(name, path), alias
    return "", ""


def _of_side(
    name: str,
    path: str,
) -> str:
    """Return the rate of one side of a GAN where the path says whose it is."""
    if name != _RATE:
        return name
    words = set(normalized(path.replace(".", "_")).split("_"))
    for side, spellings in _SIDES.items():
        if not words.isdisjoint(spellings):
            return f"{_RATE}_{side}"
    return name


def _add_only_rate(settings: dict[str, ConfigValue]) -> None:
    """Take the rate of one side for the run's where nothing else has one: a generator alone."""
    given = [settings[name] for name in (f"{_RATE}_{side}" for side in _SIDES) if name in settings]
    if len(given) == 1:
        settings.setdefault(_RATE, given[0])


def _add_effective_batch(settings: dict[str, ConfigValue]) -> None:
    """Multiply the batch of a device by devices and accumulated batches, where they are stated."""
    batch = settings.get("batch_size")
    factors = [_count(settings.get("accumulation_steps"))]
    factors.append(_count(settings.get("n_workers_distributed")))
    stated = [factor for factor in factors if factor]
    if "effective_batch_size" in settings or not isinstance(batch, float) or not stated:
        return
    for factor in stated:
        batch *= factor
    settings["effective_batch_size"] = batch


def _count(value: ConfigValue | None) -> float:
    """Return a number of devices, or how many are listed; 0 where none is stated."""
    if isinstance(value, tuple):
        return float(len(value))
    is_count = isinstance(value, float) and 1 <= value < 1e6
    return value if is_count and isinstance(value, float) else 0.0
