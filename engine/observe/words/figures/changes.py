"""Values of one quantity in the course of a run: `from a to b`, `a -> b`, `was a, now b`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.observe.measures.band import Band
from engine.observe.words.figures.figure import (
    Figure,
    Stated,
    of_kind,
    titled,
    written,
)
from engine.observe.words.figures.names import (
    LIVE,
    OLD,
    TEST,
    TRAIN,
    VALIDATION,
)

TURN = Band(
    1.08,
    1.4,
    log=True,
    source="judgment",
    note="last value of a validation loss over the lowest in front of it",
)
RISE = Band(
    1.2,
    2.5,
    log=True,
    source="judgment",
    note="last value of a training loss over the lowest in front of it",
)
LOST = Band(
    0.08,
    0.25,
    source="judgment",
    note="share of a score on an earlier task that is lost",
)
PROGRESS = 0.1  # of a score or return, from which it got better
_SWINGING = (
    "jump",
    "swing",
    "oscill",
    "fluctuat",
    "between",
    "bounc",
    "vari",
    "range",
    "spik",
)
FLAT = 0.03  # of a score, within which it holds


def changes(figures: Sequence[Figure]) -> Iterator[Stated]:
    """Yield what values that follow one another show."""
    series = [figure for figure in figures if len(figure.values) > 1 and not _is_range(figure)]
    better = _improving(series)
    for figure in series:
        is_held_out = figure.split in {VALIDATION, TEST}
        if figure.kind == "loss" or (is_held_out and figure.kind in {"amount", "error"}):
            yield from _loss(
                figure,
                series,
                better,
            )
        elif figure.split in {OLD, LIVE} and figure.kind in {"score", "error", "amount"}:
            yield from _lost(figure)


def _is_range(figure: Figure) -> bool:
    """Say whether the values are those between which it swings: `jumps from 0.2 to 3`."""
    return any(word.startswith(_SWINGING) for word in figure.words)


def _improving(series: Sequence[Figure]) -> Figure | None:
    """Return a return or score of training that gets better."""
    for figure in of_kind(
        series,
        "reward",
        "score",
    ):
        before, after = figure.values[0], figure.last
        if figure.split in {"", TRAIN} and after - before > PROGRESS * abs(before):
            return figure
    return None


def _loss(
    loss: Figure,
    series: Sequence[Figure],
    better: Figure | None,
) -> Iterator[Stated]:
    lowest = min(loss.values[:-1])
    if lowest <= 0:
        return
    rise = loss.last / lowest
    if loss.split in {VALIDATION, TEST}:
        strength = TURN.strength(rise)
        if rise > 1:
            yield Stated(
                "validation-loss-turns-up",
                strength,
                _told(loss),
                (loss.span,),
            )
            yield from _score_holds(loss, series)
        return
    if rise <= 1:
        return
    if better is not None:
        text = f"{_told(loss)} {_told(better)}"
        spans = (loss.span, better.span)
        strength = RISE.strength(rise)
        yield Stated(
            "score-improves-while-loss-does-not",
            strength,
            text,
            spans,
        )
        return
    yield Stated(
        "loss-diverges",
        RISE.strength(rise),
        _told(loss),
        (loss.span,),
    )


def _score_holds(
    loss: Figure,
    series: Sequence[Figure],
) -> Iterator[Stated]:
    for score in of_kind(series, "score"):
        change = score.last - score.values[0]
        if score.split == VALIDATION and change >= -FLAT * abs(score.values[0]):
            text = f"{_told(loss)} {_told(score)}"
            strength = TURN.strength(loss.last / min(loss.values[:-1]))
            spans = (loss.span, score.span)
            yield Stated(
                "validation-loss-rises-accuracy-holds",
                strength,
                text,
                spans,
            )
            return


def _lost(figure: Figure) -> Iterator[Stated]:
    """Compare a score with its best value in front, an error with its lowest."""
    after = figure.last
    if figure.kind == "score":
        before = max(figure.values[:-1])
        lost = before - after
    else:
        before = min(figure.values[:-1])
        lost = after - before
    if before <= 0 or lost <= 0:
        return
    symptom = "old-task-score-drops" if figure.split == OLD else "score-decays-in-production"
    strength = LOST.strength(lost / before)
    yield Stated(symptom, strength, _told(figure), (figure.span,))


def _told(figure: Figure) -> str:
    split = {TRAIN: "training ", VALIDATION: "validation ", "": ""}
    name = split.get(figure.split, f"{figure.split} ") + titled(figure)
    before = written(figure, figure.values[0])
    return f"You state that the {name} goes from {before} to {written(figure, figure.last)}."
