"""Losses and gradients that are said to be NaN or infinite, and when that began."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from engine.observe.words.figures.figure import Figure, Stated
from engine.observe.words.figures.names import (
    TEST,
    TRAIN,
    VALIDATION,
)
from engine.scales import CERTAIN, RULED_OUT

BEFORE, BEHIND = 60, 60  # characters around a statement in which it may be denied or dated
EARLY_STEPS, LATE_STEPS = 20, 200
DATED = 0.9
_DENIED = re.compile(
    r"\b(?:no|not|never|without|neither|isn't|aren't|wasn't|doesn't|didn't|free of|instead of)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:avoid|avoids|prevent|prevents|if|unless|check|detect|don't|won't|until|skip|skips|ignore"
    r"|replace|can|could|might|may|would)\b"
)
_TRAINING = re.compile(r"\btrain(?:ing)?\b")
_FIRST = re.compile(
    r"\b(?:first|second|third|very first|1st|2nd) (?:few )?(?:steps?|iterations?|iters?"
    r"|batch|batches|update)\b"
    r"|\bfrom the (?:very )?(?:start|beginning|first)\b|\bimmediately\b|\bright away\b|\bat once\b"
    r"|\bat the (?:very )?(?:start|beginning)\b|\bstraight away\b|\binstantly\b"
    r"|\b(?:step|iteration|iter|batch|update) (?:one|zero)\b"
    r"|\b(?:after|within) (?:only |just )?(?:one|two|three|some|a few|a couple of|a handful of)"
    r" (?:steps?|iterations?|iters?|batch|batches|updates?)\b"
    r"|\bas soon as (?:the )?training (?:starts|begins)\b"
    r"|\b(?:as soon as|once|when) (?:only |just )?(?:one|two|three|some|a few|a couple of"
    r"|a handful of|the first(?: few)?) (?:steps?|iterations?|iters?|batch|batches|updates?)\b"
)
_LATER = re.compile(
    r"\bafter (?:a while|some time|hours|days|several|many|a few (?:hours|days|epochs|thousand))\b"
    r"|\blater\b|\bsuddenly\b|\bovernight\b|\bhalf ?way\b|\bat first\b|\binitially\b"
    r"|\bfor (?:a while|some time|a long time|(?:many|several|a few) (?:epochs|hours|days))\b"
)
_AFTER = re.compile(
    r"\b(?:after|at|in|around|from|near|by) (?:about |around |roughly |only |step |iteration "
    r"|epoch )?(?P<count>\d{1,7})(?P<k>k?)"
    r" ?(?P<unit>steps?|iterations?|iters?|batches|updates|epochs?|hours?|days?)?"
)
_ONE_SENTENCE = re.compile(r"(?>(?:[^.!?;\n]++|[.](?=\S))+)")
_STEP_OR_EPOCH = re.compile(r"\b(?P<unit>step|iteration|iter|epoch) (?P<count>\d{1,7})(?P<k>k?)\b")


def not_finite(
    figures: Sequence[Figure],
    text: str,
) -> Iterator[Stated]:
    """Yield what statements of NaN show; `text` is the whole plain text."""
    for figure in figures:
        if not math.isnan(figure.last):
            continue
        symptom = _symptom_of(
            figure,
            figures,
            text,
        )
        if _is_said(
            _SUPPOSED,
            figure,
            text,
        ):
            continue
        if _is_said(
            _DENIED,
            figure,
            text,
        ):
            if symptom:
                yield Stated(
                    symptom,
                    RULED_OUT,
                    "",
                    (figure.span,),
                    quoted=figure.span,
                )
            continue
        if symptom:
            yield Stated(
                symptom,
                CERTAIN,
                "",
                (figure.span,),
                quoted=figure.span,
            )
        if symptom == "loss-non-finite":
            yield from _onset(figure, text)


def _symptom_of(
    figure: Figure,
    figures: Sequence[Figure],
    text: str,
) -> str:
    if figure.quantity in {"gradient norm", "gradient"}:
        return "gradient-norm-non-finite"
    if figure.kind != "loss" and not figure.quantity.endswith(" loss"):
        return ""
    if figure.split in {VALIDATION, TEST} and _trains_on(figures, text):
        return "validation-nan-training-finite"
    return "loss-non-finite"


def _trains_on(
    figures: Sequence[Figure],
    text: str,
) -> bool:
    """Say whether the text tells of a training loss that stays finite."""
    training = [
        figure for figure in figures if figure.kind == "loss" and figure.split in {TRAIN, ""}
    ]
    if training:
        return all(math.isfinite(figure.last) for figure in training)
    return _TRAINING.search(text) is not None


def _is_said(
    words: re.Pattern[str],
    figure: Figure,
    text: str,
) -> bool:
    """Say whether such words stand in the clause that states it, up to the statement.

    In `the loss is not normal, sometimes it is inf` another clause stands between.
    """
    begins = _sentence_start(text, figure.start)
    clause = text[begins : figure.end].rpartition(", ")[2]
    return words.search(clause) is not None


def _sentence_start(
    text: str,
    place: int,
) -> int:
    nearest = max(place - BEFORE, 0)
    ends = [
        text.rfind(
            mark,
            nearest,
            place,
        )
        for mark in (
            ". ",
            "\n",
            "; ",
            "? ",
            "! ",
            ", ",
        )
    ]
    return max(*ends, nearest - 1) + 1


def _onset(
    figure: Figure,
    text: str,
) -> Iterator[Stated]:
    """Yield whether the loss was NaN from the first steps on, or after a healthy start."""
    start = _sentence_start(text, figure.start)
    sentence = _ONE_SENTENCE.match(text[start : figure.end + BEHIND])
    if sentence is None:
        return
    early = _is_early(sentence[0])
    if early is None:
        return
    symptom = "nan-in-first-steps" if early else "nan-after-healthy-start"
    quoted = (start, start + sentence.end())
    yield Stated(
        symptom,
        DATED,
        "",
        (figure.span,),
        quoted=quoted,
    )


def _is_early(sentence: str) -> bool | None:
    """Return whether the onset is in the first steps, None where it is not dated."""
    for found in (*_AFTER.finditer(sentence), *_STEP_OR_EPOCH.finditer(sentence)):
        steps = int(found["count"]) * (1000 if found["k"] else 1)
        unit = (found["unit"] or "").rstrip("s")
        if unit in {"epoch", "hour", "day"}:
            # `epoch 1` is the first, in which the first step is as well.
            named = found.re is _STEP_OR_EPOCH
            return False if steps > int(named) else None
        if unit and steps <= EARLY_STEPS:
            return True
        if unit and steps >= LATE_STEPS:
            return False
    if _FIRST.search(sentence):
        return True
    return False if _LATER.search(sentence) else None
