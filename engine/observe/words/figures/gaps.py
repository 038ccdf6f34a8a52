"""Two figures of one quantity on two parts of the data: the gaps between them."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass

from engine.observe.measures.band import Band
from engine.observe.words.figures.figure import (
    Figure,
    Stated,
    on_split,
    titled,
    written,
)
from engine.observe.words.figures.names import (
    FITTING,
    LIVE,
    TEST,
    TRAIN,
    VALIDATION,
)
from engine.scales import RULED_OUT

GAP = Band(
    0.03,
    0.15,
    source="judgment",
    compare=("autotrainer", "default"),
    note="AUTOTRAINER and DEFault flag an accuracy gap of 0.10",
)
VERY_WIDE = Band(
    0.18,
    0.34,
    source="judgment",
    note="distance of two accuracies or error rates, as for the curves",
)
RATIO = Band(
    1.3,
    3.0,
    log=True,
    source="judgment",
    note="held-out loss, or an error without an upper end, over that of training",
)
ABOVE = Band(
    0.03,
    0.12,
    source="judgment",
    note="validation accuracy above training accuracy, as for the curves",
)
BELOW = Band(
    0.04,
    0.3,
    source="judgment",
    note="share by which the validation loss lies below the training loss, as for the curves",
)
DROP = Band(
    0.03,
    0.13,
    source="judgment",
    note="from validation to test, as for the curves",
)
UNSTATED = 0.7  # the most where nothing is known about dropout and augmentation
FITTED = 0.95  # a training score from here on says that the model fits its data


@dataclass(frozen=True, slots=True)
class Pair:
    """A quantity on the training data and on other data."""

    seen: Figure
    unseen: Figure
    is_of_several: bool = False  # whether another training score is stated as well

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return self.seen.span, self.unseen.span

    @property
    def told(self) -> str:
        """Name both figures: `a training accuracy of 99.0% and a validation accuracy of 60.0%`."""
        return f"{_named(self.seen)} and {_named(self.unseen)}"


def _named(figure: Figure) -> str:
    value = written(figure, figure.last)
    return f"a {_word(figure.split)} {titled(figure)} of {value}"


def _word(split: str) -> str:
    return {TRAIN: "training", "": "training"}.get(split, split)


def gaps(figures: Sequence[Figure]) -> Iterator[Stated]:
    """Yield what pairs of figures show, and what a high training score rules out."""
    by_name: dict[str, list[Figure]] = {}
    for figure in figures:
        by_name.setdefault(figure.quantity, []).append(figure)
    for name, named in by_name.items():
        yield from _of_one_quantity(name, named)


def _of_one_quantity(
    name: str,
    named: list[Figure],
) -> Iterator[Stated]:
    train = training_figure(named)
    held_out = on_split(
        named,
        VALIDATION,
        TEST,
    )
    if train is not None and held_out is not None:
        others = [figure for figure in named if figure.split == TRAIN]
        yield from _compared(
            Pair(
                train,
                held_out,
                len(others) > 1,
            )
        )
    yield from _fitted(name, named)
    validation, test = on_split(named, VALIDATION), on_split(named, TEST)
    if validation is not None and test is not None:
        yield from _fall(Pair(validation, test), "test-below-validation")
    offline, live = (
        on_split(
            named,
            VALIDATION,
            TEST,
            TRAIN,
        ),
        on_split(named, LIVE),
    )
    if offline is not None and live is not None:
        yield from _fall(Pair(offline, live), "works-offline-fails-live")


def training_figure(named: Iterable[Figure]) -> Figure | None:
    """Return the figure on training data: what stands without a split beside a held-out one."""
    listed = list(named)
    train = on_split(listed, TRAIN)
    if train is not None or on_split(listed, VALIDATION) is None:
        return train
    unnamed = on_split(listed, "")
    return unnamed if unnamed is not None and unnamed.quantity else None


def _compared(pair: Pair) -> Iterator[Stated]:
    if pair.seen.kind in {"loss", "amount"}:
        yield from _losses(pair)
        return
    seen, unseen = pair.seen.last_share, pair.unseen.last_share
    if seen is None or unseen is None or pair.seen.kind == "reward":
        return
    if pair.seen.kind == "other" and not _are_scores(pair):
        return
    gap = seen - unseen
    if pair.seen.kind == "error":
        gap = -gap
    text = f"You state {pair.told}, which is {abs(gap):.1%} {_better(gap)}."
    yield Stated(
        "generalization-gap",
        GAP.strength(gap),
        text,
        pair.spans,
    )
    if gap > VERY_WIDE.middle:
        yield Stated(
            "generalization-gap-very-wide",
            VERY_WIDE.strength(gap),
            text,
            pair.spans,
        )
    if gap < -ABOVE.normal and pair.unseen.split == VALIDATION and not pair.is_of_several:
        strength = min(ABOVE.strength(-gap), UNSTATED)
        yield Stated(
            "validation-accuracy-above-training",
            strength,
            text,
            pair.spans,
        )


def _better(gap: float) -> str:
    return "worse than in training" if gap >= 0 else "better than in training"


def _are_scores(pair: Pair) -> bool:
    """Say whether two figures without a name are scores.

    `train 0.08, val 0.9` may be two losses; scores are rarely worse on the training data.
    """
    if pair.seen.quantity:
        return False
    if pair.seen.percent or pair.unseen.percent:
        return True
    in_range = max(pair.seen.last, pair.unseen.last) <= 1
    return in_range and pair.seen.last >= pair.unseen.last


def _losses(pair: Pair) -> Iterator[Stated]:
    """Compare by ratio, which only positive values have."""
    seen, unseen = pair.seen.last, pair.unseen.last
    if not (seen > 0 and unseen > 0):
        return
    text = f"You state {pair.told}."
    ratio = unseen / seen
    yield Stated(
        "generalization-gap",
        RATIO.strength(ratio),
        text,
        pair.spans,
    )
    share = 1 - ratio
    if pair.seen.kind == "loss" and pair.unseen.split == VALIDATION and share > BELOW.normal:
        strength = BELOW.strength(share)
        yield Stated(
            "validation-better-than-training",
            strength,
            text,
            pair.spans,
        )


def _fitted(
    name: str,
    named: Iterable[Figure],
) -> Iterator[Stated]:
    """A high training score rules out a training loss that stays high."""
    train = on_split(named, TRAIN)
    if train is None or name not in FITTING or train.kind not in {"score", "other"}:
        return
    share = train.last_share
    if share is not None and share >= FITTED:
        text = f"You state a training score of {share:.1%}."
        yield Stated(
            "training-loss-stays-high",
            RULED_OUT,
            text,
            (train.span,),
        )


def _fall(
    pair: Pair,
    symptom: str,
) -> Iterator[Stated]:
    """Compare a score on data of the experiment with one on data that it never used."""
    if pair.seen.kind not in {"score", "error"}:
        return
    seen, unseen = pair.seen.last_share, pair.unseen.last_share
    if seen is None or unseen is None:
        return
    drop = seen - unseen if pair.seen.kind == "score" else unseen - seen
    text = f"You state {pair.told}."
    yield Stated(
        symptom,
        DROP.strength(drop),
        text,
        pair.spans,
    )
