"""Drafts the plan of a line: decides for each number in turn which slot it fills."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engine.read.log.line_head import head_of
from engine.read.log.phrases import NOTHING, Kind, Meaning
from engine.read.log.plan import POSITIONS, Count, MetricSlot, Plan
from engine.read.log.slots import PERCENT, VALUE_UNITS, LineText, Slots
from engine.read.log.told import joins, name_in_front, name_of_model
from engine.read.metric_names.resolve import Resolver
from engine.read.metric_names.words import SPLIT_WORDS, words_of

_COUNTS: Mapping[Kind, Count] = {
    "epoch": "epoch",
    "step": "step",
    "rank": "rank",
    "index": "index",
}
_COUNT_UNITS: Mapping[str, Count] = {
    "epoch": "epoch",
    "ep": "epoch",
    "step": "step",
    "steps": "step",
}
_THOUSANDS = {"k": 1e3, "K": 1e3}
_DEVIATION = "z"  # llm.c prints behind a value how far it is from its mean
_NOUN = re.compile(r"\s[A-Za-z]{2,20}\b(?!\s?[:=])")
_RANGE = re.compile(r"-\d{1,9} ?(?:batch|iter|step)")  # ESPnet: train:51-100batch
_FIRST_NUMBERS = 2  # Accuracy of the network on the 10000 test images: 55 %
_EPOCH_SIGN = "轮"
_BEHIND_POSITION = re.compile(r"\s?\]\s?\([^()]{1,60}\)\s?[:=]\s{0,4}")
INDEX = Meaning("index")
STEP = Meaning("step")


@dataclass
class Draft:
    """The plan of a line up to one of its numbers.

    spelled_out: names, without their split, that the line spells out with a split.
    split: in force for names that have none of their own. quantity: of which a bare split speaks
    (loss: train=0.4 valid=0.5). last: what the last number was taken for.
    pending: a name whose position stands in front of its value. told: the same in a sentence
    (Cost after iteration 100: 0.65).
    """

    resolver: Resolver
    text: LineText
    meanings: Sequence[Meaning]
    spelled_out: frozenset[str]
    slots: Slots = field(init=False)
    split: str = ""
    head_split: str = ""
    quantity: str = "loss"
    last: Meaning = NOTHING
    pending: Meaning | None = None
    told: str = ""
    is_known: bool = False

    def __post_init__(self) -> None:
        self.slots = Slots(self.text)

    def add(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> None:
        """Add a slot for the number at a place."""
        if meaning.split:
            self.split = meaning.split
            self.head_split = self.head_split or meaning.split
        if unit == _DEVIATION or self._is_change(place, meaning):
            return
        if meaning.kind == "total":
            self.slots.add_total(place, self.last.kind)
        elif meaning.kind == "mean":
            if self.text.behind(place).startswith((")", "/")):  # no mean: 6.1 (0.2 sec/batch)
                self.slots.replace_by_mean(place, unit)
        else:
            self.slots.open_key = ""
            self.last = self._added(place, meaning, unit)

    def _is_change(self, place: int, meaning: Meaning) -> bool:
        """Say whether a bracket holds the change of the value in front of it: 3.60 (-0.90)."""
        if meaning.kind != "mean" or place == 0:
            return False
        number = self.text.numbers[place]
        before = self.text.numbers[place - 1]
        return number.startswith("+") or (number.startswith("-") and before[0] != "-")

    def _added(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> Meaning:
        """Add a slot and return what the number was taken for."""
        behind = self.text.leads[place + 1]
        if behind.startswith(_EPOCH_SIGN):
            self.slots.add_count(place, "epoch")
            return NOTHING
        if unit in _COUNT_UNITS:
            self.slots.add_count(place, _COUNT_UNITS[unit])
            return NOTHING
        lead = self.text.leads[place]
        if self.pending is not None and _BEHIND_POSITION.fullmatch(lead):
            self._add_metric(place, self.pending, unit)
            return meaning
        if meaning.kind in _COUNTS:
            kind = _COUNTS[meaning.kind]
            scale = _THOUSANDS.get(unit, 1.0)
            self.slots.add_count(place, kind, scale)
            self.told = name_in_front(lead, self.resolver)
            return meaning
        return self._added_by_kind(place, meaning, unit)

    def _added_by_kind(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> Meaning:
        match meaning.kind:
            case "bracket":
                return self._add_bracket(place)
            case "bare":
                return self._add_bare(place, meaning, unit)
            case "metric":
                return self._add_named(place, meaning, unit)
            case "nothing":
                return self._add_nameless(place, meaning, unit)
        return meaning

    def _add_nameless(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> Meaning:
        """Add a number without a name to the metric in front of it, if it is part of that, or as
        the value of the metric that the line has named in front of its position.
        """
        name = self.told if joins(self.text.leads[place]) else ""
        if place < _FIRST_NUMBERS:
            name = name or name_of_model(self.text.leads[: place + 1], self.resolver)
        if name:
            told = Meaning("metric", name, meaning.split, is_explicit=True, is_known=True)
            self.told = ""
            return self._add_named(place, told, unit)
        if self.slots.goes_on(place):
            self.slots.move_to(place)
            return NOTHING
        if self.slots.is_listed(place):
            self.slots.add_to_list(place)
        return meaning

    def _add_named(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> Meaning:
        """Add a metric, unless its number is whole and stands for something else."""
        is_whole = not self.text.is_decimal(place)
        if place == 0 and is_whole and not meaning.is_known:
            return self._add_index(place)
        if is_whole and self.text.is_in_bracket(place):  # Loss [65, 200](epoch, batch):
            self.pending = meaning
            return self._add_index(place)
        behind = self.text.leads[place + 1]
        is_joined = meaning.is_explicit
        if is_whole and not is_joined and _NOUN.match(behind):
            return NOTHING
        self._add_metric(place, meaning, unit)
        return meaning

    def _add_metric(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> None:
        """Add a metric; of two numbers with one name the first counts."""
        if unit not in VALUE_UNITS:
            return
        name = meaning.name
        split = meaning.split or self._inherited(name)
        resolved = self.resolver.resolve(name, split)
        if meaning.split and resolved.quantity is not None:
            self.quantity = resolved.quantity.name
        key = f"{resolved.name} {resolved.number} {own_stem(name)}"
        if key in self.slots.metrics:
            return
        scale = 1.0
        if unit == "%":
            scale = PERCENT
        slot = MetricSlot(
            place,
            name,
            split,
            scale,
        )
        self.slots.add_metric(key, slot)
        self.is_known = self.is_known or meaning.is_known

    def _inherited(self, name: str) -> str:
        """Return the split in force, none where the line spells that name out elsewhere."""
        if own_stem(name) in self.spelled_out:
            return ""
        return self.split

    def _add_bare(
        self,
        place: int,
        meaning: Meaning,
        unit: str,
    ) -> Meaning:
        """Take a decimal directly behind `train` for a loss; a whole number counts something."""
        if self.text.is_in_bracket(place):
            return self._add_bracket(place)
        behind = self.text.behind(place)
        if unit or behind.startswith("%"):
            return NOTHING
        if behind.startswith("/") or _RANGE.match(behind):
            return self._add_index(place)
        if self.text.is_decimal(place):
            return self._add_unnamed(place, meaning.split)
        if place == 0:
            return self._add_index(place)
        return NOTHING

    def _add_unnamed(self, place: int, split: str) -> Meaning:
        """Add the value of a split under the name of the quantity that the line speaks of."""
        name = self.quantity
        if self._is_of_scores():
            name = "score"
        named = Meaning(
            "metric",
            name,
            split,
            is_explicit=True,
            is_known=True,
        )
        self._add_metric(
            place,
            named,
            unit="",
        )
        return named

    def _is_of_scores(self) -> bool:
        """Say whether bare splits of the line are scores: it has a loss of no split, and then
        training and held-out data.
        """
        bare = {each.split for each in self.meanings if each.kind == "bare"}
        if not {"train"} < bare:
            return False
        for key, slot in self.slots.metrics.items():
            if key.startswith("train_loss ") and not slot.split:
                return True
        return False

    def _add_bracket(self, place: int) -> Meaning:
        """Take the second bracket of `Epoch: [3][10/100]` for the step."""
        if self.last.kind in {"epoch", "index"}:
            if self.last.kind == "index":  # [3][10/100]
                self.slots.make_epoch()
            self.slots.add_count(place, "step")
            return STEP
        if self.slots.metrics:
            return NOTHING
        return self._add_index(place)

    def _add_index(self, place: int) -> Meaning:
        self.slots.add_count(place, "index")
        return INDEX

    def plan(self) -> Plan | None:
        slots = self.slots
        if not slots.metrics and not slots.counts:
            return None
        kinds = {slot.kind for slot in slots.counts}
        head = head_of(self.text.leads[0])
        words = [head, self.head_split, *sorted(kinds & POSITIONS)]
        return Plan(
            tuple(slots.metrics.values()),
            tuple(slots.counts),
            "/".join(words),
            self.is_known,
        )


def own_stem(name: str) -> str:
    """Return the words of a name without its split."""
    return "_".join(word for word in words_of(name) if word not in SPLIT_WORDS)
