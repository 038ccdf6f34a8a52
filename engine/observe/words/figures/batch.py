"""Samples of an update from its factors: batch x devices x accumulated steps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.observe.config.batch_size_huge import SAMPLES as HUGE
from engine.observe.config.batch_size_tiny import SAMPLES as TINY
from engine.observe.words.figures.figure import Span, Stated

_JOIN = r"[ \t]{0,3}(?:size|of|is|=|:|per|gpu|device|card)?"
_BATCH = re.compile(
    r"\b(?:micro|mini|per[ -]device|per[ -]gpu|local|train)?[ -]?batch(?:[ _-]?size)?"
    rf"(?:{_JOIN}){{0,4}}[ \t]{{0,3}}(?P<count>\d{{1,6}})\b"
)
_DEVICES = re.compile(
    r"(?<![\w.])(?P<count>\d{1,5})[ \t]{0,2}x?[ \t]{0,2}(?:gpus?|devices|cards|ranks"
    r"|tpu cores|tpus|a100s?|v100s?|h100s?)\b"
)
_STEPS = re.compile(
    r"\b(?:gradient[ _-])?(?:accumulation|accum|accumulate|accumulating)(?:[ _-]steps?)?"
    r"(?:[ \t]{1,3}(?:of|is|over|for|=|x|=))?[ \t=:]{0,3}(?P<count>\d{1,4})\b"
)


def batch(text: str) -> Iterator[Stated]:
    """Yield whether an update sees very few or very many samples.

    A batch size alone is a setting, and is judged as one.
    """
    size = _BATCH.search(text)
    factors = [found for found in (_DEVICES.search(text), _STEPS.search(text)) if found]
    if size is None or not factors:
        return
    samples = int(size["count"])
    product = [str(samples)]
    for factor in factors:
        samples *= int(factor["count"])
        product.append(factor["count"])
    if samples < 1:
        return
    spans: tuple[Span, ...] = (size.span(), *(factor.span() for factor in factors))
    told = f"You state {' x '.join(product)} = {samples} samples for each update."
    yield Stated("batch-size-tiny", TINY.strength(samples), told, spans)
    yield Stated("batch-size-huge", HUGE.strength(samples), told, spans)
