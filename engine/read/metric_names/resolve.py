"""Canonical names of curves: by the alias table, else by the parts of the name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from engine.names import normalized
from engine.read.metric_names.metric import Grain, Metric, metric_of
from engine.read.metric_names.quantities import QUANTITIES, Quantity
from engine.read.metric_names.words import SPLIT_WORDS, words_of
from engine.read.parts.names import nested_endings

SPLITS = ("train", "val", "test")
_MOST_REMEMBERED = 20_000
# Without a split of their own, and measured in rollouts and in evaluations.
_MEASURED_TWICE = frozenset({"reward", "episode_length"})
_SHORT_REWARD = "rew"  # in progress bars
_NEVER_ALONE = frozenset({"grad", "cost"})  # a mean of gradients is no norm, a batch_cost a time


@dataclass(frozen=True, slots=True)
class Resolved:
    """Meaning of a curve's name at its place.

    stem: canonical name without split, grain and part: `loss`, `accuracy`, `lr`.
    split: train, val, test; empty where nothing says it, or where the quantity has none.
    unsaid: the split to assume where none is said; empty for a quantity without split.
    """

    stem: str
    split: str = ""
    unsaid: str = ""
    part: str = ""
    grain: Grain = ""
    distance: int = 0
    number: int = -1
    is_known: bool = True
    quantity: Quantity | None = None

    def at(self, grain: Grain) -> Resolved:
        """Return the same meaning at another grain."""
        return self if grain == self.grain else replace(self, grain=grain)

    @property
    def name(self) -> str:
        """The canonical name: split, part and stem, `best` in front and `step` behind."""
        words = [
            self.split or self.unsaid,
            self.part,
            self.stem,
        ]
        if self.grain == "best":
            words.insert(0, "best")
        elif self.grain == "step":
            words.append("step")
        given = filter(None, words)
        return "_".join(given)


@dataclass
class Resolver:
    """Looks names up in one alias table (normalized alias -> canonical name) and by their parts."""

    table: Mapping[str, str]
    _remembered: dict[tuple[str, str], Resolved] = field(default_factory=dict)

    def resolve(self, name: str, place: str = "") -> Resolved:
        """Return the meaning of a name.

        place: the split that the place of the values says, which holds where the name says none.
        """
        key = (name, place)
        found = self._remembered.get(key)
        if found is None:
            found = self._resolve(name, place)
            if len(self._remembered) < _MOST_REMEMBERED:
                self._remembered[key] = found
        return found

    def is_metric(self, name: str) -> bool:
        return self.resolve(name).is_known

    def _resolve(self, name: str, place: str) -> Resolved:
        metric = metric_of(name)
        alias = self._alias(name, metric)
        if alias:
            return _of_alias(alias, metric, place)
        quantity = metric.quantity
        if quantity is None:
            return _unknown(name, metric, place)
        if metric.part and not quantity.unsaid and not _is_group(metric):
            return _unknown(name, metric, place)
        split = ""
        if quantity.unsaid:
            split = metric.split or place
        return Resolved(
            stem=quantity.name,
            split=split,
            unsaid=quantity.unsaid,
            part=metric.part,
            grain=metric.grain,
            distance=metric.distance,
            number=metric.number,
            quantity=quantity,
        )

    def _alias(self, name: str, metric: Metric) -> str:
        """Return the canonical name of the whole name, of its words without the split, or of the
        last steps of its path.
        """
        for spelling in _spellings(name, metric):
            found = self.table.get(spelling)
            if found and not _is_redundant(found, metric):
                return found
        return ""


def _spellings(name: str, metric: Metric) -> Iterator[str]:
    yield normalized(name)
    words = words_of(name)
    yield "_".join(words)
    if _SHORT_REWARD in words:
        place = words.index(_SHORT_REWARD)
        words[place] = "reward"
        yield "_".join(words)
    if metric.part and metric.part not in _NEVER_ALONE:
        quantity = metric.quantity
        yield metric.part if quantity is None else f"{metric.part}_{quantity.name}"
    if metric.quantity is None:
        path = name.replace("/", ".")
        yield from map(normalized, nested_endings(path))


def _is_group(metric: Metric) -> bool:
    """Say whether a part is a group of weights (lr0, lr-Adam): the norm of a layer is none."""
    return metric.quantity is QUANTITIES["lr"]


def _is_redundant(canonical: str, metric: Metric) -> bool:
    """Say whether the parts of the name give the canonical name as well, and more beside it."""
    if metric.quantity is None or metric.part:
        return False
    return stem_of(canonical) in QUANTITIES


def stem_of(canonical: str) -> str:
    """Return a canonical name without its split."""
    first, _, rest = canonical.partition("_")
    return rest if rest and first in SPLITS else canonical


def _of_alias(
    canonical: str,
    metric: Metric,
    place: str,
) -> Resolved:
    plain = canonical.removesuffix("_step")
    stem = stem_of(plain)
    quantity = QUANTITIES.get(stem)
    if quantity is None:
        return Resolved(
            stem=canonical,
            split=_own_split(canonical, metric) or _held_out(canonical, place),
            number=metric.number,
        )
    own_split = plain.removesuffix(stem).rstrip("_")
    unsaid = own_split or quantity.unsaid
    grain: Grain = metric.grain
    if plain != canonical:
        grain = "step"
    split = ""
    if unsaid:
        split = metric.split or place
    return Resolved(
        stem=stem,
        split=split,
        unsaid=unsaid,
        grain=grain,
        distance=metric.distance,
        number=metric.number,
        quantity=quantity,
    )


def _own_split(
    canonical: str,
    metric: Metric,
) -> str:
    """Return the split of the name where the canonical one does not say it."""
    words = canonical.split("_")
    if "class" in canonical or not set(SPLITS).isdisjoint(words):
        return ""
    if metric.split == "train" or metric.is_short:
        return ""
    return metric.split


def _held_out(canonical: str, place: str) -> str:
    """Return the split that the place says, for what a run measures while it trains as well: the
    reward of an evaluation is another curve than that of the rollouts.
    """
    if canonical not in _MEASURED_TWICE or place == "train":
        return ""
    return place


def _unknown(
    name: str,
    metric: Metric,
    place: str,
) -> Resolved:
    stem = normalized(name) or "unnamed"
    words = stem.split("_")
    if not SPLIT_WORDS.keys().isdisjoint(words):
        place = ""  # the name says it
    return Resolved(
        stem=stem,
        split=place,
        grain="",
        number=metric.number,
        is_known=False,
    )


def with_own_names(table: Mapping[str, str]) -> Mapping[str, str]:
    """Return the alias table with each canonical name as an alias of itself."""
    own = {name: name for name in table.values()}
    return {**table, **own}
