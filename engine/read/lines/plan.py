"""Numbers with names on a console line: `epoch 3 | train loss 1.23 | val 0.9 | acc 97 %`.

Every number is named by the text between it and the number before. These texts repeat from line to line,
so what they mean is worked out once, as a plan, and only the numbers are read anew.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from engine.names import normalized
from engine.read.parts.limits import MAX_LINE
from engine.read.parts.names import HOUSEKEEPING, SPLITS, Names

_EXPONENT = r"(?:[eE][-+]?\d+)?"
# Groups: the number, a percent sign behind it. It opens with one class of characters, which the matcher can skip to;
# what must not stand before and what must follow the first character is looked up from there.
_NUMBER = re.compile(
    r"([-+.\dnNiI](?<![\w.][\s\S])"
    rf"(?:(?<=\d)\d*\.?\d*{_EXPONENT}"
    rf"|(?<=[-+])(?:\d+\.?\d*{_EXPONENT}|\.\d+{_EXPONENT}|[nN][aA][nN]|[iI][nN][fF](?:inity)?)"
    rf"|(?<=\.)\d+{_EXPONENT}|(?<=[nN])[aA][nN]|(?<=[iI])[nN][fF](?:inity)?)"
    r"(?!\w|\.\d))(\s?%)?",
    re.ASCII,
)
_WORD = re.compile(r"[A-Za-z_][\w/.@\-]*", re.ASCII)
_BRACKETS_ONLY = re.compile(r"[\s\]\[(,:]*\[[\s]*")
_SPLIT_IN_BRACKETS = re.compile(r"\((train|val|valid|test)\)", re.IGNORECASE)
_EPOCH_WORDS = frozenset({"epoch", "ep"})
_STEP_WORDS = frozenset(
    {"step", "iter", "iteration", "it", "batch", "global_step", "update", "num_updates", "minibatch"}
)
_SHORT = {
    **dict.fromkeys(("grad", "gnorm", "gradnorm"), "grad_norm"),
    **dict.fromkeys(("logloss", "mlogloss", "binary_logloss", "multi_logloss"), "loss"),
    "learning": "lr",
    "acc@1": "accuracy",
}
_SHARED = frozenset({"loss", "accuracy", "acc", "error", "perplexity", "ppl", "f1", "auc", "r2", "mae", "mse"})
_NUMBERED = re.compile(r"(?<=valid)_\d$|(?<=validation)_\d$")
_JOINTS = frozenset({"of", "is", "was", "to", "at", "the", "about", "equals"})  # `loss is 0.4`, `accuracy of 0.9`
_REMEMBERED = 20_000
_LEAD_WORDS = 5


class Meaning(NamedTuple):
    kind: str  # epoch, step, bracket, total, metric or nothing
    name: str = ""
    split: str = ""


class Slot(NamedTuple):
    """What to do with one number of a line: put it under `name`, as a share if `scale` is 0.01."""

    position: int
    kind: str  # epoch, epochs, step, steps, metric, or share (of the metric `name`: 9820/10000)
    name: str = ""
    scale: float = 1.0


class Plan(NamedTuple):
    slots: tuple[Slot, ...]
    known: bool  # has a name that the alias table knows


@dataclass(slots=True)
class Row:
    values: dict[str, float] = field(default_factory=dict)
    epoch: float = math.nan
    epochs: float = math.nan
    step: float = math.nan
    steps: float = math.nan
    known: bool = False


class LineReader:
    """Reads one line at a time; `names` is the alias table of metrics."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._meanings: dict[tuple[str, str], Meaning] = {}
        self._plans: dict[tuple[str, ...], Plan] = {}

    def read(self, line: str) -> Row | None:
        """The row that the line holds, None if it holds no number with a name."""
        if len(line) > MAX_LINE:
            return None
        parts = _NUMBER.split(line)  # lead, number, percent sign, lead, number, percent sign, ..., rest
        if len(parts) == 1:
            return None
        numbers = parts[1::3]
        del parts[1::3]
        plan = self._plan(parts)
        if not plan.slots:
            return None
        row = Row(known=plan.known)
        for slot in plan.slots:
            _fill(row, slot, float(numbers[slot.position]) * slot.scale)
        return row

    def _plan(self, parts: list[str]) -> Plan:
        key = tuple(parts)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._make_plan(parts[:-1:2], parts[1::2])
            if len(self._plans) < _REMEMBERED:
                self._plans[key] = plan
        return plan

    def _make_plan(self, leads: list[str], percents: list[str]) -> Plan:
        slots: list[Slot] = []
        split, last = "", Meaning("nothing")
        alone = [self._meaning(lead, "") for lead in leads]
        spelled_out = {meaning.name for meaning in alone if meaning.kind == "metric"}
        for position, lead in enumerate(leads):
            meaning = self._meaning(lead, split)
            # `val_loss 0.4 acc 0.9 val_acc 0.8`: where validation's value is spelled out, the bare name is another.
            if meaning.kind == "metric" and meaning.name != alone[position].name and meaning.name in spelled_out:
                meaning = alone[position]
            if meaning.kind == "bracket":
                meaning = Meaning("step" if last.kind == "epoch" else "nothing", split=split)
            if meaning.kind == "total":
                slots.extend(_total(position, last))
            elif meaning.kind != "nothing":
                split = meaning.split
                if meaning.kind == "metric":
                    meaning = self._unless_taken(meaning, slots)
                slots.append(Slot(position, meaning.kind, meaning.name, 0.01 if percents[position] else 1.0))
            last = meaning
        known = any(slot.kind == "metric" and self._names.canonical(slot.name) is not None for slot in slots)
        return Plan(tuple(slots), known)

    def _unless_taken(self, meaning: Meaning, slots: list[Slot]) -> Meaning:
        """A bare name behind `val` belongs to validation, unless validation has that value already."""
        taken = any(slot.name == meaning.name for slot in slots)
        if taken and meaning.split and meaning.name.startswith(f"{meaning.split}_"):
            bare = meaning.name.removeprefix(f"{meaning.split}_")
            return meaning._replace(name=self._names.canonical(bare) or bare)
        return meaning

    def _meaning(self, lead: str, split: str) -> Meaning:
        found = self._meanings.get((lead, split))
        if found is None:
            found = self._work_out(lead, split)
            if len(self._meanings) < _REMEMBERED:
                self._meanings[lead, split] = found
        return found

    def _work_out(self, lead: str, split: str) -> Meaning:
        words = _words(lead)
        if not words:
            stripped = lead.strip()
            kind = "total" if stripped in {"/", "of"} else "bracket" if _BRACKETS_ONLY.fullmatch(lead) else "nothing"
            return Meaning(kind, split=split)
        if words == ["of"]:
            return Meaning("total", split=split)
        while words[-1] in _JOINTS and len(words) > 1:
            words.pop()
        own_split = next((SPLITS[word] for word in reversed(words) if word in SPLITS), "")
        split = own_split or split
        if words[-1] in HOUSEKEEPING:
            return Meaning("nothing", split=split)
        if words[-1] in _EPOCH_WORDS:
            return Meaning("epoch", split=own_split)
        if words[-1] in _STEP_WORDS:
            return Meaning("step", split=split)
        return self._metric([word for word in words if word not in SPLITS], split, bool(own_split))

    def _metric(self, words: list[str], split: str, named_split: bool) -> Meaning:
        if not words:  # `train 0.9 | val 0.8`: the quantity that goes without saying is the loss
            return Meaning("metric", self._canonical(f"{split}_loss"), split)
        for start in range(max(0, len(words) - 3), len(words)):
            phrase = "_".join(words[start:])
            phrase = _SHORT.get(phrase, phrase)
            prefixed = self._names.canonical(f"{split}_{phrase}") if split and phrase.isidentifier() else None
            if prefixed and (named_split or phrase in _SHARED or words[-1] in _SHARED):
                return Meaning("metric", prefixed, split)
            known = self._names.canonical(phrase)
            if known and not (named_split and known.startswith("train_") and split != "train"):
                return Meaning("metric", known, _split_of(known, split))
        name = normalized("_".join(words[-2:]))
        return Meaning("metric", f"{split}_{name}" if named_split else name, split) if name else Meaning("nothing")

    def _canonical(self, name: str) -> str:
        return self._names.canonical(name) or name


def _words(lead: str) -> list[str]:
    """The last few words in front of a number; LightGBM's `valid_1's` is `valid`."""
    text = _SPLIT_IN_BRACKETS.sub("", lead[-200:]).replace("'s ", " ")
    words = [_NUMBERED.sub("", word.lower().rstrip(".-/")) for word in _WORD.findall(text)]
    bracketed = [word.lower() for word in _SPLIT_IN_BRACKETS.findall(lead[-200:])]
    return [*bracketed, *words[-_LEAD_WORDS:]]


def _split_of(name: str, split: str) -> str:
    """`val_loss: 0.4 - acc: 0.9`: a name that carries its split speaks for the bare names behind it."""
    return SPLITS.get(name.partition("_")[0], split) if "_" in name else split


def _total(position: int, last: Meaning) -> list[Slot]:
    """`3/10` behind epoch or step tells how many there are; `9820/10000` behind a score is a share."""
    kind = {"epoch": "epochs", "step": "steps", "metric": "share"}.get(last.kind)
    return [Slot(position, kind, last.name)] if kind else []


def _fill(row: Row, slot: Slot, value: float) -> None:
    if slot.kind == "metric":
        row.values.setdefault(slot.name, value)
    elif slot.kind == "share":
        if value > 0 and row.values.get(slot.name, math.nan) > 1:
            row.values[slot.name] /= value
    elif math.isnan(getattr(row, slot.kind)):
        setattr(row, slot.kind, value)
