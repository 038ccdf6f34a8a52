"""Numbers with names on a console line: `epoch 3 | train loss 1.23 | val 0.9 | acc 97 %`.

Every number is named by the text between it and the number before. Such texts repeat from line to line,
so what they mean is worked out once and remembered.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from diagnostics_api.engine.read.limits import MAX_LINE
from diagnostics_api.engine.read.names import SPLITS, Names, normalise
from diagnostics_api.engine.read.numbers import NON_FINITE

_NUMBER = re.compile(
    r"(?<![\w.])(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?!\w|\.\d)|[-+]?(?:nan|inf(?:inity)?)(?![\w.]))(\s?%)?",
    re.IGNORECASE | re.ASCII,
)
_WORD = re.compile(r"[A-Za-z_][\w/.@\-]*", re.ASCII)
_BRACKETS_ONLY = re.compile(r"[\s\]\[(,:]*\[[\s]*")
_EPOCH_WORDS = frozenset({"epoch", "epochs", "ep"})
_STEP_WORDS = frozenset(
    {"step", "steps", "iter", "iteration", "iterations", "it", "batch", "global_step", "update", "minibatch"}
)
_SHORT = {"grad": "grad_norm", "gnorm": "grad_norm", "gradnorm": "grad_norm", "learning": "lr", "acc@1": "accuracy"}
_LOSS_WORDS = frozenset({"loss", "criterion", "ce", "nll"})
_SHARED = frozenset({"loss", "accuracy", "acc", "error", "perplexity", "ppl", "f1", "auc", "r2", "mae", "mse"})
_REMEMBERED = 20_000
_LEAD_WORDS = 5


class Meaning(NamedTuple):
    kind: str  # epoch, step, bracket, total, metric or nothing
    name: str = ""
    split: str = ""


@dataclass
class Row:
    values: dict[str, float] = field(default_factory=dict)
    epoch: float = math.nan
    epochs: float = math.nan
    step: float = math.nan
    steps: float = math.nan
    known: bool = False  # has at least one value under a name that the alias table knows


class LineReader:
    """Reads one line at a time; `names` is the alias table of metrics."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._meanings: dict[tuple[str, str], Meaning] = {}

    def read(self, line: str) -> Row | None:
        """The row that the line holds, None if it holds no number with a name."""
        if len(line) > MAX_LINE:
            return None
        row = Row()
        split, last, end = "", Meaning("nothing"), 0
        for match in _NUMBER.finditer(line):
            meaning = self._meaning(line[end : match.start()], split)
            value = _value(match)
            if meaning.kind == "total":
                _set_total(row, last, value)
            elif meaning.kind == "bracket":
                meaning = Meaning("step" if last.kind == "epoch" else "nothing")
            if meaning.kind == "metric":
                split = meaning.split
                meaning = self._put(row, meaning, value)
            elif meaning.kind in {"epoch", "step"}:
                split = meaning.split
                setattr(row, meaning.kind, value)
            last, end = meaning, match.end()
        return row if row.values or math.isfinite(row.epoch) or math.isfinite(row.step) else None

    def _put(self, row: Row, meaning: Meaning, value: float) -> Meaning:
        """A bare name behind `val` belongs to validation, unless validation has that value already."""
        name = meaning.name
        if name in row.values and meaning.split and name.startswith(f"{meaning.split}_"):
            bare = name.removeprefix(f"{meaning.split}_")
            name = self._names.canonical(bare) or bare
        if name not in row.values:
            row.values[name] = value
            row.known = row.known or self._names.canonical(name) is not None
        return Meaning("metric", name, meaning.split)

    def _meaning(self, lead: str, split: str) -> Meaning:
        found = self._meanings.get((lead, split))
        if found is None:
            found = self._work_out(lead, split)
            if len(self._meanings) < _REMEMBERED:
                self._meanings[lead, split] = found
        return found

    def _work_out(self, lead: str, split: str) -> Meaning:
        words = [word.lower().rstrip(".-/") for word in _WORD.findall(lead[-200:])][-_LEAD_WORDS:]
        if not words:
            stripped = lead.strip()
            kind = "total" if stripped in {"/", "of"} else "bracket" if _BRACKETS_ONLY.fullmatch(lead) else "nothing"
            return Meaning(kind, split=split)
        if words == ["of"]:
            return Meaning("total", split=split)
        own_split = next((SPLITS[word] for word in reversed(words) if word in SPLITS), "")
        split = own_split or split
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
            if known:
                return Meaning("metric", known, _split_of(known, split))
        name = normalise("_".join(words[-2:]))
        return Meaning("metric", f"{split}_{name}" if named_split else name, split) if name else Meaning("nothing")

    def _canonical(self, name: str) -> str:
        return self._names.canonical(name) or name


def _split_of(name: str, split: str) -> str:
    """`val_loss: 0.4 - acc: 0.9`: a name that carries its split speaks for the bare names behind it."""
    return SPLITS.get(name.partition("_")[0], split) if "_" in name else split


def _value(match: re.Match[str]) -> float:
    text = match.group().rstrip("% \t")
    number = NON_FINITE.get(text.lower())
    value = float(text) if number is None else number
    return value / 100 if match.group(1) else value


def _set_total(row: Row, last: Meaning, total: float) -> None:
    """`3/10` behind epoch or step tells how many there are; `9820/10000` behind a score is a share."""
    if last.kind == "epoch":
        row.epochs = total
    elif last.kind == "step":
        row.steps = total
    elif last.kind == "metric" and total > 0 and row.values.get(last.name, math.nan) > 1:
        row.values[last.name] /= total
