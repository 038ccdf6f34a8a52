"""Plan of a line shape: where the numbers of such lines go."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from engine.read.lines.meaning import NOTHING, Kind, Meaning, Meanings
from engine.read.lines.tokens import Shape, leads_of, percents_of
from engine.read.parts.names import Names

# A position in the run: the epoch or step, and the number of all epochs or steps.
Count = Literal["epoch", "epochs", "step", "steps"]

_TOTALS: dict[Kind, Count] = {"epoch": "epochs", "step": "steps"}
_PERCENT = 0.01


class MetricSlot(NamedTuple):
    """Where a number of the line is; it belongs under `name`, multiplied by `scale`."""

    place: int
    name: str
    scale: float = 1.0


class CountSlot(NamedTuple):
    """Where the epoch, the step, or the number of all of them is."""

    place: int
    kind: Count
    scale: float = 1.0


class ShareSlot(NamedTuple):
    """Where the total of a count is that is printed as a metric: 10000 of accuracy 9820/10000."""

    place: int
    name: str


class Plan(NamedTuple):
    """Where the numbers of a line go.

    Each metric has its first place only; counts are in the order of the line.
    """

    metrics: tuple[MetricSlot, ...]
    counts: tuple[CountSlot, ...]
    shares: tuple[ShareSlot, ...]
    is_known: bool  # has a metric that is in the alias table


class MetricRow(NamedTuple):
    """Values of one line under their names, and its position in the run, NaN where unknown."""

    values: dict[str, float]
    counts: dict[Count, float]
    is_known: bool

    @property
    def epoch(self) -> float:
        return self.counts.get("epoch", math.nan)


def plan_of(
    shape: Shape,
    meanings: Meanings,
) -> Plan | None:
    """Return the plan of a shape, None if none of its numbers has a meaning."""
    leads = leads_of(shape)
    percents = percents_of(shape)
    alone = [meanings.of(lead, "") for lead in leads]
    spelled_out = {meaning.name for meaning in alone if meaning.kind == "metric"}
    draft = _Draft(meanings.names)
    for place, lead in enumerate(leads):
        meaning = meanings.of(lead, draft.split)
        # `val_loss 0.4 acc 0.9 val_acc 0.8`: acc is not of validation, which is spelled out.
        if meaning.name != alone[place].name and meaning.name in spelled_out:
            meaning = alone[place]
        scale = _PERCENT if percents[place] else 1.0
        draft.add(
            place,
            meaning,
            scale,
        )
    return draft.plan()


@dataclass
class _Draft:
    """Slots of the numbers so far; `split` is in force for names that have none of their own."""

    names: Names
    metrics: dict[str, MetricSlot] = field(default_factory=dict)
    counts: list[CountSlot] = field(default_factory=list)
    shares: list[ShareSlot] = field(default_factory=list)
    split: str = ""
    last: Meaning = NOTHING

    def add(
        self,
        place: int,
        meaning: Meaning,
        scale: float,
    ) -> None:
        if meaning.kind == "bracket":
            meaning = self._meaning_of_bracket()
        if meaning.kind == "metric":
            self.split = meaning.split
            meaning = self._unless_taken(meaning)
            slot = MetricSlot(
                place,
                meaning.name,
                scale,
            )
            self.metrics.setdefault(meaning.name, slot)
        elif meaning.kind == "epoch" or meaning.kind == "step":
            self.split = meaning.split
            self.counts.append(
                CountSlot(
                    place,
                    meaning.kind,
                    scale,
                )
            )
        elif meaning.kind == "total":
            self._add_total(place)
        self.last = meaning

    def _meaning_of_bracket(self) -> Meaning:
        """Return step for the second bracket of `Epoch: [3][10/100]`."""
        if self.last.kind == "epoch":
            return Meaning("step", split=self.split)
        return NOTHING

    def _add_total(self, place: int) -> None:
        last = self.last
        if last.kind == "metric":
            self.shares.append(ShareSlot(place, last.name))
        elif last.kind in _TOTALS:
            count = _TOTALS[last.kind]
            self.counts.append(CountSlot(place, count))

    def _unless_taken(self, meaning: Meaning) -> Meaning:
        """Give a bare name behind `val` back to training if validation has that value already."""
        prefix = f"{meaning.split}_"
        if meaning.name not in self.metrics:
            return meaning
        if not meaning.split or not meaning.name.startswith(prefix):
            return meaning
        bare = meaning.name.removeprefix(prefix)
        canonical = self.names.canonical(bare)
        return meaning._replace(name=canonical or bare)

    def plan(self) -> Plan | None:
        if not self.metrics and not self.counts:
            return None
        known = map(self.names.canonical, self.metrics)
        return Plan(
            metrics=tuple(self.metrics.values()),
            counts=tuple(self.counts),
            shares=tuple(self.shares),
            is_known=any(known),
        )


def row_of(
    plan: Plan,
    numbers: list[str],
) -> MetricRow:
    """Put the numbers of a line where the plan of its shape says."""
    values = {name: float(numbers[place]) * scale for place, name, scale in plan.metrics}
    for place, name in plan.shares:
        total = float(numbers[place])
        if total > 0 and values[name] > 1:
            values[name] /= total
    counts: dict[Count, float] = {}
    for place, kind, scale in plan.counts:
        if kind not in counts or math.isnan(counts[kind]):
            counts[kind] = float(numbers[place]) * scale
    return MetricRow(
        values,
        counts,
        plan.is_known,
    )
