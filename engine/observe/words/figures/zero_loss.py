"""A loss of 0: fitted, masked where it was NaN, or with nothing to compare from the start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.observe.measures.band import Band
from engine.observe.words.figures.figure import Figure, Stated, reported

DONE = Band(
    1e-2,
    1e-4,
    log=True,
    source="judgment",
    note="training loss",
)

_HELD_OUT = frozenset(
    {
        "validation",
        "test",
        "live",
        "old",
        "new",
    }
)
# One batch is fitted on purpose, and the loss of a policy is no measure of success.
_ZERO_IS_FINE = re.compile(
    r"\b(?:one|1|single|same|few|\d{1,2}) (?:batch|sample|samples|example|examples|images)\b"
    r"|\b(?:overfit|reward|return|grpo|ppo|policy|adapter|triplet|margin)\b"
)
_FROM_START = re.compile(
    r"\b(?:first|start|starts|beginning|immediately|right away|every|always|step 1|epoch 1)\b"
)
_PARTING = re.compile(r"[.,;!?\n]\s|\b(?:and|but|while)\b")
_NOT_FINITE = re.compile(r"\b(?:nans?|inf|infinity|infinite)\b")


def zero_loss(
    place: int,
    figures: Sequence[Figure],
    text: str,
) -> Iterator[Stated]:
    """Tell a loss that is fitted from one that is 0 because nothing is compared.

    place: of the figure among the others. text: the whole plain text.
    """
    figure = figures[place]
    if figure.kind != "loss" or figure.split in _HELD_OUT or figure.last < 0:
        return
    if figure.last == 0 and _NOT_FINITE.search(text):
        symptom = "loss-masked-nan"
    elif figure.last == 0 and _FROM_START.search(_said_with(place, figures, text)):
        symptom = "loss-zero-from-start"
    elif _ZERO_IS_FINE.search(text):
        return
    else:
        symptom = "loss-reaches-zero"
    yield from reported(
        figure,
        symptom,
        DONE.strength(figure.last),
    )


def _said_with(
    place: int,
    figures: Sequence[Figure],
    text: str,
) -> str:
    """Return the words around a figure, without those of the figures on either side.

    What stands right behind another figure is said of that one.
    """
    before, behind = figures[:place], figures[place + 1 :]
    figure = figures[place]
    in_front = text[: figure.start]
    if before:
        *_, in_front = _PARTING.split(text[before[-1].end : figure.start])
    end = behind[0].start if behind else len(text)
    return in_front + text[figure.start : end]
