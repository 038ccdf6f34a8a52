"""Move every weight of the entries one step, since nobody knows a weight better than that."""

from __future__ import annotations

import random
from dataclasses import replace

from engine.knowledge import FailureMode, Indication, Knowledge

BACKGROUND_STEP = 2.0  # a background one step higher is twice as high
MOST_BACKGROUND = 0.95
STEPS_OF_PREVALENCE = ("rare", "occasional", "common")


def moved(
    knowledge: Knowledge,
    choose: random.Random,
) -> Knowledge:
    """Return the knowledge with every weight one step higher or lower, within its scale."""
    modes = {}
    for slug, mode in knowledge.failure_modes.items():
        modes[slug] = _moved_mode(mode, choose)
    symptoms = {}
    for slug, symptom in knowledge.symptoms.items():
        background = _moved_background(
            symptom.background,
            choose,
        )
        symptoms[slug] = replace(symptom, background=background)
    return replace(
        knowledge,
        edition=f"{knowledge.edition}-{choose.random()}",
        failure_modes=modes,
        symptoms=symptoms,
    )


def _moved_mode(
    mode: FailureMode,
    choose: random.Random,
) -> FailureMode:
    """Return the entry with another prevalence, and other weights of its indications."""
    indications = []
    for indication in mode.indications:
        other = _moved_indication(indication, choose)
        indications.append(other)
    place = STEPS_OF_PREVALENCE.index(mode.prevalence)
    last = len(STEPS_OF_PREVALENCE) - 1
    step = _moved_step(place, 0, last, choose)
    return replace(
        mode,
        indications=tuple(indications),
        prevalence=STEPS_OF_PREVALENCE[step],
    )


def _moved_indication(
    indication: Indication,
    choose: random.Random,
) -> Indication:
    """Return the indication with other weights; one that speaks against goes on doing so."""
    if indication.evoking < 0:
        strength = _moved_step(-indication.evoking, 1, 5, choose)
        return replace(indication, evoking=-strength)
    return replace(
        indication,
        frequency=_moved_step(indication.frequency, 1, 5, choose),
        evoking=_moved_step(indication.evoking, 0, 5, choose),
    )


def _moved_step(
    step: int,
    lowest: int,
    highest: int,
    choose: random.Random,
) -> int:
    """Return the step above or below, the same at the end of the scale."""
    other = step + choose.choice((-1, 1))
    return min(max(other, lowest), highest)


def _moved_background(
    background: float,
    choose: random.Random,
) -> float:
    steps = (1 / BACKGROUND_STEP, BACKGROUND_STEP)
    other = background * choose.choice(steps)
    return min(other, MOST_BACKGROUND)
