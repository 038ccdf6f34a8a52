"""The least loss that is said to be possible: `never goes below 1.46`, `nothing under 0.55`.

A softmax over probabilities has a least loss for each number of classes, and hardly anybody who
tells of it tells that number. A stated least loss that agrees with one of them to its last digit
is a sign, and a surer one where the number of classes is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.observe.measures.softmax_floor import softmax_floor
from engine.observe.words.figures.classes import classes_of
from engine.observe.words.figures.figure import Stated
from engine.observe.words.tasks import told_task

USUAL = (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)  # classes, where none are told
TOLD, UNTOLD = 0.95, 0.75  # strength with the number of classes told, and without
TOLERANCE = 0.6  # of the last digit, since some round and some cut
LEAST_DIGITS = 2  # behind the point, below which a number agrees by chance
BEFORE = 200  # characters in which the loss is named
_LOSS = re.compile(r"\b(?:loss(?:es)?|cross[ -]?entropy|ce|criterion)\b")
_NUMBER = r"(?P<least>\d{1,2}\.\d{1,6})(?![\d%])"
_ABOUT = r"(?: (?:about|around|roughly|approximately|exactly|the))?"
_WORDS = r"(?: (?!but\b|and\b)[a-z']{1,12}){0,4}?"
_NOT = r"(?:never|not|cannot|nothing|no|hardly|refuses|fails|can't|won't|doesn't|didn't)"
_FLOOR = r"(?:floor|lower bound|lower limit|minimum possible)(?: value)?(?: (?:of|at|is|near))?"
_LEAST = re.compile(
    rf"\b{_NOT}\b{_WORDS}"
    rf" (?:below|under|beneath|lower than|less than|smaller than|past){_ABOUT} {_NUMBER}"
    rf"|\b{_FLOOR}{_ABOUT} {_NUMBER.replace('least', 'floor')}"
    rf"|\b(?:stays?|remains?|keeps?)(?: always)? above{_ABOUT} {_NUMBER.replace('least', 'above')}"
)


def least_loss(text: str) -> Iterator[Stated]:
    """Yield where a plain text tells of the least loss of a softmax over probabilities."""
    if told_task(text):
        return
    told = classes_of(text)
    counts = USUAL if told is None else (told.count,)
    strength = UNTOLD if told is None else TOLD
    for found in _LEAST.finditer(text):
        written = found["least"] or found["floor"] or found["above"]
        classes = _classes_for(written, counts)
        if classes is None or not _is_of_loss(text, found.start()):
            continue
        yield Stated(
            "loss-floor-above-zero",
            strength,
            f"You state that the loss does not go below {written}; fed with probabilities of "
            f"{classes} classes, a softmax ends at {softmax_floor(classes):.3f}.",
            (found.span(),),
        )
        return


def _is_of_loss(text: str, place: int) -> bool:
    before = text[max(place - BEFORE, 0) : place]
    return _LOSS.search(before) is not None


def _classes_for(written: str, counts: Sequence[int]) -> int | None:
    """Return the number of classes whose least loss is written so; None for none of them."""
    digits = len(written.partition(".")[2])
    if digits < LEAST_DIGITS:
        return None
    near = TOLERANCE * 10**-digits
    value = float(written)
    for classes in counts:
        away = softmax_floor(classes) - value
        if abs(away) <= near:
            return classes
    return None
