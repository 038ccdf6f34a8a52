"""All that may be true of a case, and how probable it is by its log odds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import FINDING, HEALTHY, SOMETHING_ELSE, Knowledge
from engine.rank.compiled import compiled
from engine.run import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Hypotheses:
    """names: the modes in their order, then healthy and something else.

    findings, explanations: the places of the findings, and of all others.
    """

    names: tuple[str, ...]
    findings: NDArray[np.intp]
    explanations: NDArray[np.intp]


@lru_cache(maxsize=4)
def hypotheses_of(knowledge: Knowledge) -> Hypotheses:
    ranked = knowledge.ranked
    modes = compiled(knowledge).modes
    are_findings = [ranked[mode].entry_class == FINDING for mode in modes]
    is_finding = np.array([*are_findings, False, False])
    findings = np.flatnonzero(is_finding)
    explanations = np.flatnonzero(~is_finding)
    return Hypotheses(
        (*modes, HEALTHY, SOMETHING_ELSE),
        findings,
        explanations,
    )


def probabilities_of(
    logits: Floats,
    hypotheses: Hypotheses,
    said: Floats,
) -> Floats:
    """Return the probabilities of the explanations, which share one, and of the findings.

    logits: log odds of the hypotheses, shape (cases, hypotheses). said: what the words as a whole
    add to those of something else, shape (cases,).

    A finding is what has to be explained and takes nothing from what explains it. It gets what it
    would have as the only one beside all explanations. That words sound of an entry that is not
    written takes nothing from it either: it is there, whatever explains it.
    """
    explaining = logits.take(hypotheses.explanations, axis=1)  # one case lies together
    explanations = log_of_sums(explaining)[:, None]
    explaining[:, -1] -= said
    unsaid = log_of_sums(explaining)[:, None]
    findings = hypotheses.findings
    whole = np.repeat(explanations, logits.shape[1], axis=1)
    own = logits[:, findings]
    whole[:, findings] = np.logaddexp(own, unsaid)
    return np.asarray(np.exp(logits - whole), dtype=np.float64)


def log_of_sums(logits: Floats) -> Floats:
    """Return the logarithm of the sum of the exponentials of each row, in fewer steps than
    `logaddexp`.
    """
    largest = logits.max(axis=1)
    above = logits - largest[:, None]
    sums = np.exp(above).sum(axis=1).tolist()
    logs = np.array([math.log(each) for each in sums])
    return np.asarray(largest + logs, dtype=np.float64)
