"""What the answers are timed on: a log, curves, and a larger dictionary."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from engine.knowledge import Knowledge

LOG_LINE = "INFO worker {n}: epoch {n} loss {loss:.4f} accuracy {score:.3f} lr 0.001 saved {n}.pt"


def log_of_words(
    count: int,
) -> str:
    lines: list[str] = []
    words = 0
    while words < count:
        number = len(lines)
        line = LOG_LINE.format(
            n=number,
            loss=2.3 * math.exp(-number / 40),
            score=1 - math.exp(-number / 60),
        )
        lines.append(line)
        words += len(line.split())
    return "\n".join(lines)


def two_curves(
    length: int,
) -> dict[str, list[float]]:
    noise = np.random.default_rng(1).normal(0, 0.02, (2, length))
    steps = np.arange(length) / length
    falling = 2.3 * np.exp(-5 * steps) + 0.1
    return {
        "train_loss": (falling + noise[0]).tolist(),
        "val_loss": (falling + 0.2 + noise[1]).tolist(),
    }


def enlarged(
    knowledge: Knowledge,
    times: int,
) -> Knowledge:
    """Return a knowledge with so many copies of each entry and symptom, the text model as it is."""
    modes = {}
    symptoms = dict(knowledge.symptoms)
    for copy in range(times):
        for slug, mode in knowledge.failure_modes.items():
            modes[named(slug, copy)] = replace(
                mode,
                slug=named(slug, copy),
                causes=all_named(mode.causes, copy),
                consequences=all_named(mode.consequences, copy),
                children=all_named(mode.children, copy),
            )
        for slug, symptom in knowledge.symptoms.items():
            name = named(
                slug,
                copy,
            )
            symptoms[name] = replace(symptom, slug=name)
    return replace(
        knowledge,
        edition=f"{knowledge.edition}-{times}",
        failure_modes=modes,
        symptoms=symptoms,
    )


def named(
    slug: str,
    copy: int,
) -> str:
    return f"{slug}-{copy}" if copy else slug


def all_named(
    slugs: Sequence[str],
    copy: int,
) -> tuple[str, ...]:
    return tuple(named(slug, copy) for slug in slugs)
