"""Scores and losses that equal those of a guess."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from engine.observe.words.figures.classes import Classes
from engine.observe.words.figures.figure import (
    Figure,
    Stated,
    of_kind,
    on_split,
)
from engine.observe.words.figures.names import (
    OF_CLASSES,
    TEST,
    TRAIN,
    VALIDATION,
)
from engine.scales import RULED_OUT

AT_CHANCE = 0.95  # strength of a score or loss that equals that of a guess
CHANCE_TOLERANCE = 0.2  # of 1 / classes, for an accuracy
LOSS_TOLERANCE = 0.015  # of ln classes, for a loss; people write 0.69, 2.30, 2.303
LEARNED = 0.8  # a training score that a guess is far from, however many classes there are
COMMON_CLASSES = (
    2,
    10,
    100,
    1000,
)  # tried when the number of classes is not stated
MOST_CLASSES = 1000  # tried where a loss and an accuracy agree
LEAST_SHARE = 1 / MOST_CLASSES
_STUCK = frozenset(
    {
        "stuck", "sits", "sit", "stays", "stay", "stayed", "hovers", "remains", "constant", "flat",
        "around", "about", "at", "plateaus", "plateau", "keeps", "always", "still", "below",
        "under", "saturates", "hangs", "stagnates", "frozen", "same",
    }
)  # fmt: skip
_BEGINNING = frozenset(
    {
        "starts",
        "start",
        "started",
        "starting",
        "begins",
        "initial",
        "initially",
        "first",
        "beginning",
    }
)


def chance(
    figures: Sequence[Figure],
    classes: Classes | None,
) -> Iterator[Stated]:
    """Yield what scores and losses say beside those of a guess."""
    pair = _agreeing(figures, classes)
    if pair is not None:
        yield from _both(*pair)
        return
    yield from _score(figures, classes)
    yield from _loss(figures, classes)


def _agreeing(
    figures: Sequence[Figure], classes: Classes | None
) -> tuple[Figure, Figure, int] | None:
    """Return a loss and an accuracy of one split that are both those of a guess, and the classes.

    One pair suffices, whatever the number of classes: two figures seldom agree by chance.
    """
    losses = [figure for figure in of_kind(figures, "loss") if len(figure.values) == 1]
    scores = [figure for figure in of_kind(figures, "score") if figure.quantity == "accuracy"]
    for loss in losses:
        for score in scores:
            count = _common_count(loss, score)
            fits = classes is None or count == classes.count
            if loss.split == score.split and count is not None and fits:
                return loss, score, count
    return None


def _common_count(
    loss: Figure,
    score: Figure,
) -> int | None:
    share = score.last_share
    if share is None or share < LEAST_SHARE or not 0 < loss.last < math.log(2 * MOST_CLASSES):
        return None
    count = round(math.exp(loss.last))
    if count < 2 or not _costs_a_guess(loss.last, count) or not _is_chance(share, count):
        return None
    return count


def _costs_a_guess(
    loss: float,
    count: int,
) -> bool:
    return abs(loss / math.log(count) - 1) <= LOSS_TOLERANCE


def _is_chance(
    share: float,
    count: int,
) -> bool:
    return abs(share * count - 1) <= CHANCE_TOLERANCE


def _both(
    loss: Figure,
    score: Figure,
    count: int,
) -> Iterator[Stated]:
    spans = (loss.span, score.span)
    text = (
        f"You state a loss of {loss.last:g} and an accuracy of {score.last_share or 0:.1%}; "
        f"guessing among {count} classes gives {math.log(count):.3f} and {1 / count:.1%}."
    )
    yield Stated(
        "loss-at-chance-level",
        AT_CHANCE,
        text,
        spans,
    )
    yield Stated(
        "accuracy-at-chance-level",
        AT_CHANCE,
        text,
        spans,
    )


def _score(
    figures: Sequence[Figure],
    classes: Classes | None,
) -> Iterator[Stated]:
    if classes is None:
        return
    scores = [figure for figure in of_kind(figures, "score") if figure.quantity in OF_CLASSES]
    score = (
        on_split(
            scores,
            VALIDATION,
            TEST,
        )
        or on_split(scores, TRAIN)
        or on_split(scores, "")
    )
    share = None if score is None else score.last_share
    if score is None or share is None:
        return
    strength = AT_CHANCE if _is_chance(share, classes.count) else RULED_OUT
    text = (
        f"You state a score of {share:.1%} with {classes.described}; guessing gives "
        f"{1 / classes.count:.1%}."
    )
    spans = (score.span, classes.span)
    yield Stated(
        "accuracy-at-chance-level",
        strength,
        text,
        spans,
    )
    train = on_split(scores, TRAIN)
    learned = None if train is None else train.last_share
    if train is None or learned is None or score.split not in {VALIDATION, TEST}:
        return
    if strength == AT_CHANCE and learned >= LEARNED:
        told = f"{text} The training score is {learned:.1%}."
        yield Stated(
            "validation-never-improves",
            AT_CHANCE,
            told,
            (*spans, train.span),
        )


def _loss(
    figures: Sequence[Figure],
    classes: Classes | None,
) -> Iterator[Stated]:
    for loss in of_kind(figures, "loss"):
        count = _count_of(loss, classes)
        if count is None or not all(_costs_a_guess(value, count) for value in loss.values):
            continue
        text = (
            f"You state a loss of {loss.last:g}; guessing among {count} classes gives "
            f"{math.log(count):.3f}."
        )
        symptom = _symptom_of(loss)
        if symptom:
            yield Stated(
                symptom,
                AT_CHANCE,
                text,
                (loss.span,),
            )
            return


def _symptom_of(loss: Figure) -> str:
    """A first loss at chance level is as it should be; one that stays there is not."""
    words = frozenset(loss.words)
    if words & _BEGINNING:
        return "loss-starts-at-chance"
    if words & _STUCK or len(loss.values) > 1:
        return "loss-at-chance-level"
    return ""


def _count_of(
    loss: Figure,
    classes: Classes | None,
) -> int | None:
    """Return the number of classes among which guessing costs the loss."""
    candidates = COMMON_CLASSES if classes is None else (classes.count,)
    fitting = (count for count in candidates if _costs_a_guess(loss.last, count))
    return next(fitting, None)
