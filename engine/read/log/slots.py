"""Slots of a line's metrics and positions, filled number by number."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.read.log.phrases import Kind
from engine.read.log.plan import Count, CountSlot, MetricSlot
from engine.read.log.tokens import value_of
from engine.read.metric_names.words import SPLIT_WORDS

SUMMARY = "*"  # in front of the line that sums up an evaluation, as in the ImageNet example
PERCENT = 0.01
VALUE_UNITS = frozenset({"", "%"})
_TOTALS: Mapping[Kind, Count] = {
    "epoch": "epochs",
    "step": "steps",
    "index": "indices",
}
_OF_ALL_EPOCHS = "global"  # step 3/27, global step 57: the latter places the line in the run
_OF_ONE_EPOCH = frozenset({"step", "steps"})
_PAIR = re.compile(
    r"\(\s?(train\w{0,4}|tr)\s?[/|,]\s?(val\w{0,9}|test\w{0,4}|dev)\s?\)", re.IGNORECASE
)


class LineText(NamedTuple):
    """Numbers of a line. leads: the text in front of each, and the one behind the last."""

    numbers: list[str]
    leads: list[str]

    def behind(self, place: int) -> str:
        """Return the text behind a number, from its first sign on."""
        lead = self.leads[place + 1]
        return lead.lstrip()

    def is_in_bracket(self, place: int) -> bool:
        """Say whether a square bracket opens in front of a number."""
        lead = self.leads[place].rstrip()
        return lead.endswith("[")

    def is_decimal(self, place: int) -> bool:
        """Say whether a number is no whole one; those that are not finite are none."""
        number = self.numbers[place].lower()
        if "." in number or "e" in number:
            return True
        value = value_of(number)
        return not math.isfinite(value)


@dataclass
class Slots:
    """Slots of the numbers so far.

    open_key: the metric whose number was the last one. last_key: the last metric of all.
    """

    text: LineText
    metrics: dict[str, MetricSlot] = field(default_factory=dict)
    counts: list[CountSlot] = field(default_factory=list)
    open_key: str = ""
    last_key: str = ""

    def add_metric(self, key: str, slot: MetricSlot) -> None:
        """Add the slot of a metric that the line did not have so far."""
        self.metrics[key] = slot
        self.open_key = key
        self.last_key = key

    def add_count(
        self,
        place: int,
        kind: Count,
        scale: float = 1.0,
    ) -> None:
        slot = CountSlot(place, kind, scale)
        lead = self.text.leads[place]
        if kind == "step" and _OF_ALL_EPOCHS in lead.lower():
            others = [each for each in self.counts if each.kind not in _OF_ONE_EPOCH]
            self.counts = others
        self.counts.append(slot)

    def make_epoch(self) -> None:
        """Take the last position for the epoch."""
        last = self.counts[-1]
        self.counts[-1] = last._replace(kind="epoch")

    def goes_on(self, place: int) -> bool:
        """Say whether a decimal follows a whole number that stands right behind a name."""
        text = self.text
        before = place - 1
        slot = self.metrics.get(self.last_key)
        if slot is None or slot.place != before:
            return False
        lead = text.leads[place].strip()
        if lead not in {"", ":"}:
            return False
        return text.is_decimal(place) and not text.is_decimal(before)

    def move_to(self, place: int) -> None:
        """Take the decimal for the value and the whole number in front of it for the step."""
        key = self.last_key
        slot = self.metrics[key]
        self.metrics[key] = slot._replace(place=place)
        self.add_count(slot.place, "index")
        self.open_key = key

    def is_listed(self, place: int) -> bool:
        """Say whether a number follows another one of a list: dice [0.9, 0.7]."""
        slot = self.metrics.get(self.last_key)
        if slot is None:
            return False
        lead = self.text.leads[place]
        if lead.strip() != ",":
            return False
        last = slot.place + len(slot.more)
        if last != place - 1:
            return False
        return self.text.is_in_bracket(slot.place)

    def add_to_list(self, place: int) -> None:
        """Add a number to the list that the last metric is the mean of."""
        key = self.last_key
        slot = self.metrics[key]
        more = (*slot.more, place)
        self.metrics[key] = slot._replace(more=more)

    def add_total(self, place: int, counted: Kind) -> None:
        """Take `/10000` for the total of what stands in front of it.

        counted: what the number in front of it is, where that is no metric.
        """
        key = self.open_key
        self.open_key = ""
        slot = self.metrics.get(key)
        if slot is None:
            if counted in _TOTALS:
                kind = _TOTALS[counted]
                self.add_count(place, kind)
            return
        lead = self.text.leads[place - 1]
        pair = _PAIR.search(lead)
        if pair is None:
            self.metrics[key] = slot._replace(total=place)
            return
        words = map(str.lower, pair.groups())
        splits = [SPLIT_WORDS.get(word, "") for word in words]
        self._add_pair(
            key,
            place,
            splits,
        )

    def _add_pair(
        self,
        key: str,
        place: int,
        splits: list[str],
    ) -> None:
        """Take `loss (train/val): 0.91 / 0.99` for two values."""
        first, second = splits
        slot = self.metrics[key]
        name, _, _ = slot.name.partition(" ")
        slot = slot._replace(name=name)
        self.metrics[key] = slot._replace(split=first)
        self.metrics[f"{key} {second}"] = slot._replace(
            place=place,
            split=second,
        )

    def replace_by_mean(self, place: int, unit: str) -> None:
        """Take the mean in brackets behind a value for the value; `(19000/50000)` is a count."""
        key = self.open_key
        self.open_key = ""
        slot = self.metrics.get(key)
        if slot is None or unit not in VALUE_UNITS:
            return
        behind = self.text.behind(place)
        if behind.startswith("/"):
            return
        if unit == "%":
            slot = slot._replace(scale=PERCENT)
        self.metrics[key] = slot._replace(place=place)
