"""Observe what a description states in figures ("train acc 99 %, val 60 %", "10 % on 10 classes").

A stated number is stronger evidence than words that resemble a phrasing, so it has a channel of
its own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.evidence import Observation, State
from engine.observe.measures.band import logistic
from engine.scales import RULED_OUT, is_seen
from engine.words_model.features import normalize

SOURCE = "description.numbers"
NORMAL_GAP, ABNORMAL_GAP = 0.03, 0.15  # AUTOTRAINER and DEFault flag an accuracy gap of 0.10
FITTED = 0.95  # a training score from here on says that the model fits its data
NORMAL_RATIO, ABNORMAL_RATIO = 1.3, 3.0  # validation loss over training loss
AT_CHANCE = 0.95  # strength of a score or loss that equals that of a guess
CHANCE_TOLERANCE = 0.2  # of 1 / classes, for an accuracy
LOSS_TOLERANCE = 0.015  # of ln classes, for a loss; people write 0.69, 2.30, 2.303
COMMON_CLASSES = (2, 10, 100, 1000)  # tried when the number of classes is not stated

# Repeats that another repeat can follow are possessive (`++`, `*+`): after a failure the matcher
# must not try again with fewer digits or spaces, which took a minute for 3,000 spaces.
_NUMBER = r"(?P<number>\d++(?:[.,]\d++)?+)\s*+(?P<percent>%|percent)?+"
# Opens a pattern, so that no search starts inside the digits of a number.
_WHOLE_NUMBER = rf"(?<!\d){_NUMBER}"
_TRAIN = r"(?:train(?:ing)?(?:[\s-]++set)?)"
_HELD_OUT = (
    r"(?:val(?:id(?:ation)?)?|test(?:ing)?|dev|held[\s-]?out|unseen)(?:[\s-]++(?:set|data))?"
)
_SCORE = r"(?:acc(?:uracy)?|f1(?:[\s-]?score)?|auc|score|r2|iou|map|dice)"
_FILL = r"[^\d.;\n]{0,20}?"


def _patterns(split: str, quantity: str) -> tuple[re.Pattern[str], ...]:
    """Match `train acc of 99 %`, `acc on train: 0.99`, `99 % accuracy on the training set`."""
    place = rf"(?:on|in|for)\s++(?:(?:the|my)\s++)?\b{split}\b"
    return (
        re.compile(rf"\b{split}[\s_-]*+{quantity}\b{_FILL}{_NUMBER}"),
        re.compile(rf"\b{quantity}\b[^\d.;\n]{{0,12}}?\b{split}\b{_FILL}{_NUMBER}"),
        re.compile(rf"{_WHOLE_NUMBER}\s*+{quantity}?\s*+{place}"),
    )


_PATTERNS = {
    "train_score": (*_patterns(_TRAIN, _SCORE), re.compile(rf"\b{_TRAIN}\b[\s:=]*+{_NUMBER}")),
    "held_out_score": (
        *_patterns(_HELD_OUT, _SCORE),
        re.compile(rf"\b{_HELD_OUT}\b[\s:=]*+{_NUMBER}"),
    ),
    "train_loss": _patterns(_TRAIN, "loss")[:2],
    "held_out_loss": _patterns(_HELD_OUT, "loss")[:2],
}
_CLASSES = re.compile(
    r"\b(?P<count>\d{1,4})[\s-]*+(?:way|classes|class|labels|categories|digits)\b"
)
_BINARY = re.compile(r"\bbinary\b|\btwo[\s-]class|\b2[\s-]class|\btwo classes\b")
_STUCK_LOSS = re.compile(
    r"\bloss\b[^.;\n\d]{0,40}?"
    r"\b(?:stuck|sits|stays|stay|hovers|remains|constant|flat|around|about|at)\b"
    rf"[^\d.;\n]{{0,15}}?{_NUMBER}"
)
_ANY_SCORE = (
    re.compile(rf"\b{_SCORE}\b{_FILL}{_NUMBER}"),
    re.compile(rf"{_WHOLE_NUMBER}\s*+{_SCORE}\b"),
)


@dataclass(frozen=True, slots=True)
class Quantities:
    """Scores as shares of 1; None where the text does not state them."""

    train_score: float | None
    held_out_score: float | None
    train_loss: float | None
    held_out_loss: float | None
    classes: int | None
    stuck_loss: float | None
    score: float | None


def quantities(text: str) -> Quantities:
    """Read the first statement of each kind."""
    plain = normalize(text)
    return Quantities(
        train_score=_share(_earliest(_PATTERNS["train_score"], plain)),
        held_out_score=_share(_earliest(_PATTERNS["held_out_score"], plain)),
        train_loss=_value(_earliest(_PATTERNS["train_loss"], plain)),
        held_out_loss=_value(_earliest(_PATTERNS["held_out_loss"], plain)),
        classes=_classes(plain),
        stuck_loss=_value(_STUCK_LOSS.search(plain)),
        score=_share(_earliest(_ANY_SCORE, plain)),
    )


def _classes(text: str) -> int | None:
    counted = _CLASSES.search(text)
    if counted:
        return int(counted["count"])
    return 2 if _BINARY.search(text) else None


def _earliest(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    searched = [pattern.search(text) for pattern in patterns]
    matches = [match for match in searched if match is not None]
    return min(matches, key=lambda match: match.start(), default=None)


def _value(match: re.Match[str] | None) -> float | None:
    if match is None:
        return None
    value = float(match["number"].replace(",", "."))
    # More than 308 digits are infinity, which states nothing.
    return value if math.isfinite(value) else None


def _share(match: re.Match[str] | None) -> float | None:
    """Return a score as a share: 99 %, 99 and 0.99 are the same; above 100 it is no score."""
    value = _value(match)
    if value is None or match is None:
        return None
    if match["percent"] or value > 1:
        value /= 100
    return value if value <= 1 else None


def observe_quantities(text: str) -> tuple[Observation, ...]:
    """Observe the symptoms that follow from stated numbers."""
    stated = quantities(text)
    return (*_gap(stated), *_fitted(stated), *_chance_score(stated), *_chance_loss(stated))


def _gap(stated: Quantities) -> Iterator[Observation]:
    train, held_out = stated.train_score, stated.held_out_score
    if train is not None and held_out is not None:
        gap = train - held_out
        strength = logistic(gap, NORMAL_GAP, ABNORMAL_GAP)
        text = (
            f"You state a training score of {train:.1%} and a held-out score of "
            f"{held_out:.1%}: a gap of {gap:+.1%}."
        )
        yield _observation("generalization-gap", strength, text)
    elif stated.train_loss and stated.held_out_loss:
        ratio = stated.held_out_loss / stated.train_loss
        strength = logistic(ratio, NORMAL_RATIO, ABNORMAL_RATIO, log=True)
        text = (
            f"You state a training loss of {stated.train_loss:g} and a held-out loss of "
            f"{stated.held_out_loss:g}."
        )
        yield _observation("generalization-gap", strength, text)


def _fitted(stated: Quantities) -> Iterator[Observation]:
    """A high training score rules out a training loss that stays high."""
    if stated.train_score is not None and stated.train_score >= FITTED:
        text = f"You state a training score of {stated.train_score:.1%}."
        yield _observation("training-loss-stays-high", RULED_OUT, text)


def _chance_score(stated: Quantities) -> Iterator[Observation]:
    score = stated.held_out_score or stated.train_score or stated.score
    classes = stated.classes
    if not classes or classes < 2 or score is None:
        return
    off = abs(score * classes - 1)
    strength = AT_CHANCE if off <= CHANCE_TOLERANCE else RULED_OUT
    text = (
        f"You state a score of {score:.1%} with {classes} classes; guessing gives "
        f"{1 / classes:.1%}."
    )
    yield _observation("accuracy-at-chance-level", strength, text)


def _chance_loss(stated: Quantities) -> Iterator[Observation]:
    guess = _classes_of_chance_loss(stated)
    if guess:
        text = (
            f"You state a loss of {stated.stuck_loss:g}; guessing among {guess} classes "
            f"gives {math.log(guess):.3f}."
        )
        yield _observation("loss-at-chance-level", AT_CHANCE, text)


def _classes_of_chance_loss(stated: Quantities) -> int | None:
    """Return the number of classes among which guessing costs the loss that is stuck."""
    loss = stated.stuck_loss or 0.0
    candidates: tuple[int, ...] = COMMON_CLASSES
    if stated.classes and stated.classes > 1:
        candidates = (stated.classes,)
    for count in candidates:
        if abs(loss / math.log(count) - 1) <= LOSS_TOLERANCE:
            return count
    return None


def _observation(symptom: str, strength: float, text: str) -> Observation:
    state: State = "seen" if is_seen(strength) else "absent"
    return Observation(symptom, state, float(strength), "numbers", SOURCE, text)
