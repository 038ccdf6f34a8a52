"""Numbers in context: what a description states in figures ("train acc 99 %, val 60 %", "10 % on 10
classes").

Statements with numbers are worth more than words that resemble a phrasing, so they have a source of
their own.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.evidence import Observation
from engine.observe.robust import logistic
from engine.scales import is_seen
from engine.words_model.features import normalize

SOURCE = "description.numbers"
NORMAL_GAP, ABNORMAL_GAP = 0.03, 0.15  # AUTOTRAINER and DEFault flag an accuracy gap of 0.10
FITTED = 0.95  # a training score from here on says that the model fits its data
NORMAL_RATIO, ABNORMAL_RATIO = 1.3, 3.0  # validation loss over training loss
CHANCE_TOLERANCE = 0.2  # of 1 / classes, for an accuracy
LOSS_TOLERANCE = 0.015  # of ln classes, for a loss; people write 0.69, 2.30, 2.303
COMMON_CLASSES = (2, 10, 100, 1000)  # tried when the number of classes is not stated

# Repeats that another repeat can follow are possessive (`++`, `*+`): after a failure the matcher
# must not try again with fewer digits or spaces, which took a minute for 3,000 spaces.
_NUMBER = r"(?P<number>\d++(?:[.,]\d++)?+)\s*+(?P<percent>%|percent)?+"
_WHOLE_NUMBER = (
    rf"(?<!\d){_NUMBER}"  # opens a pattern: no search starts inside the digits of a number
)
_TRAIN = r"(?:train(?:ing)?(?:[\s-]++set)?)"
_HELD_OUT = (
    r"(?:val(?:id(?:ation)?)?|test(?:ing)?|dev|held[\s-]?out|unseen)(?:[\s-]++(?:set|data))?"
)
_SCORE = r"(?:acc(?:uracy)?|f1(?:[\s-]?score)?|auc|score|r2|iou|map|dice)"
_FILL = r"[^\d.;\n]{0,20}?"


def _patterns(split: str, quantity: str) -> tuple[re.Pattern[str], ...]:
    """`train acc of 99 %`, `acc on train: 0.99`, `99 % accuracy on the training set`."""
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
    r"\bloss\b[^.;\n\d]{0,40}?\b(?:stuck|sits|stays|stay|hovers|remains|constant|flat|around|about|at)\b"
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
    """The first statement of each kind."""
    plain = normalize(text)
    binary = 2 if _BINARY.search(plain) else None
    counted = _CLASSES.search(plain)
    return Quantities(
        train_score=_share(_earliest(_PATTERNS["train_score"], plain)),
        held_out_score=_share(_earliest(_PATTERNS["held_out_score"], plain)),
        train_loss=_value(_earliest(_PATTERNS["train_loss"], plain)),
        held_out_loss=_value(_earliest(_PATTERNS["held_out_loss"], plain)),
        classes=int(counted["count"]) if counted else binary,
        stuck_loss=_value(_STUCK_LOSS.search(plain)),
        score=_share(_earliest(_ANY_SCORE, plain)),
    )


def _earliest(patterns: tuple[re.Pattern[str], ...], text: str) -> re.Match[str] | None:
    found = [match for pattern in patterns if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def _value(match: re.Match[str] | None) -> float | None:
    if match is None:
        return None
    value = float(match["number"].replace(",", "."))
    return (
        value if math.isfinite(value) else None
    )  # more than 308 digits are infinity, which states nothing


def _share(match: re.Match[str] | None) -> float | None:
    """A score as a share: 99 % and 99 and 0.99 are the same; what is above 100 is no score."""
    value = _value(match)
    if value is None or match is None:
        return None
    if match["percent"] or value > 1:
        value /= 100
    return value if value <= 1 else None


def observe_quantities(text: str) -> tuple[Observation, ...]:
    """Symptoms that follow from stated numbers."""
    found = quantities(text)
    return (*_gap(found), *_fitted(found), *_chance(found))


def _gap(found: Quantities) -> Iterator[Observation]:
    train, held_out = found.train_score, found.held_out_score
    if train is not None and held_out is not None:
        gap = train - held_out
        text = (
            f"You state a training score of {train:.1%} and a held-out score of "
            f"{held_out:.1%}: a gap of {gap:+.1%}."
        )
        yield _seen("generalization-gap", logistic(gap, NORMAL_GAP, ABNORMAL_GAP), text)
    elif found.train_loss and found.held_out_loss:
        ratio = found.held_out_loss / found.train_loss
        text = (
            f"You state a training loss of {found.train_loss:g} and a held-out loss of "
            f"{found.held_out_loss:g}."
        )
        yield _seen(
            "generalization-gap", logistic(ratio, NORMAL_RATIO, ABNORMAL_RATIO, log=True), text
        )


def _fitted(found: Quantities) -> Iterator[Observation]:
    if found.train_score is not None and found.train_score >= FITTED:
        yield _seen(
            "training-loss-stays-high",
            0.02,
            f"You state a training score of {found.train_score:.1%}.",
        )


def _chance(found: Quantities) -> Iterator[Observation]:
    score = found.held_out_score or found.train_score or found.score
    if found.classes and found.classes > 1 and score is not None:
        off = abs(score * found.classes - 1)
        text = (
            f"You state a score of {score:.1%} with {found.classes} classes; guessing gives "
            f"{1 / found.classes:.1%}."
        )
        yield _seen("accuracy-at-chance-level", 0.95 if off <= CHANCE_TOLERANCE else 0.02, text)
    guess = _guess_with_the_loss_of(found)
    if guess:
        text = (
            f"You state a loss of {found.stuck_loss:g}; guessing among {guess} classes "
            f"gives {math.log(guess):.3f}."
        )
        yield _seen("loss-at-chance-level", 0.95, text)


def _guess_with_the_loss_of(found: Quantities) -> int | None:
    """The number of classes whose guess costs just the loss at which the text says that the run is
    stuck.
    """
    candidates = [found.classes] if found.classes and found.classes > 1 else COMMON_CLASSES
    loss = found.stuck_loss or 0.0
    return next(
        (count for count in candidates if abs(loss / math.log(count) - 1) <= LOSS_TOLERANCE), None
    )


def _seen(symptom: str, strength: float, text: str) -> Observation:
    return Observation(
        symptom, "seen" if is_seen(strength) else "absent", float(strength), "numbers", SOURCE, text
    )
