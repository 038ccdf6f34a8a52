"""Two models differ in loss per token, and per byte they agree or change places."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from engine.observe.measures.series import curve, final_level
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.run import Case, Series

APART = 0.05  # of the loss per token: losses that differ
SHARE = 0.5  # of the gap per token, that the gap per byte stays below
_PER_BYTE = re.compile(r"^(.{0,80}?)_?(?:bits_per_byte|bpb|bits_per_char|bpc)$")

PAGE = Page(
    "perplexity-across-tokenizers",
    Boundary(
        "The gap per byte is less than half of the gap per token, in either direction.",
        "tokenizer-mismatch",
    ),
)


@dataclass(frozen=True, slots=True)
class Model:
    """Loss per token and bits per byte of one model at the end."""

    loss: Series
    per_token: float
    per_byte: float


def read(case: Case) -> NormalPattern:
    models = _models(case)
    if len(models) < 2:
        return PAGE.not_measured("Losses per token and per byte of two models are not recorded.")
    first, second = models[:2]
    per_token = abs(math.log(first.per_token / second.per_token))
    per_byte = abs(math.log(first.per_byte / second.per_byte))
    text = (
        f"Per token {first.loss.name} ends at "
        f"{first.per_token:.3g} and "
        f"{second.loss.name} at "
        f"{second.per_token:.3g}, per byte "
        f"{first.per_byte:.3g} and "
        f"{second.per_byte:.3g} bits."
    )
    if per_token < APART:
        return PAGE.not_shown(text)
    if per_byte < SHARE * per_token:
        return PAGE.holds(text, first.loss)
    return PAGE.broken(text, first.loss)


def _models(case: Case) -> list[Model]:
    models = []
    for name in case.series:
        match = _PER_BYTE.match(name)
        if match is None:
            continue
        loss = curve(case, f"{match[1]}_loss")
        bits = curve(case, name)
        if loss is None or bits is None:
            continue
        per_token, per_byte = final_level(loss.y), final_level(bits.y)
        if min(per_token, per_byte) > 0:
            models.append(Model(loss, per_token, per_byte))
    return models
