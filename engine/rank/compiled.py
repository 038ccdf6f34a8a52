"""Knowledge as arrays. Built once per edition: everything that does not depend on the case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import Indication, Knowledge
from engine.run import Floats
from engine.scales import EVOKING, FREQUENCY, PREVALENCE

MINIMUM_PROBABILITY = 0.002


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """Rows are failure modes (ordered by slug), columns are symptoms (in the order of the
    knowledge).

    probability: P(symptom | mode), the background rate where the entry does not list it.
    evoking: factor on a seen symptom's log likelihood ratio. listed: -1 against, 0 not listed, 1
        for.
    contra: strength of a contra-indication, else 0. facet: a number per symptom, -1 for none.
    """

    modes: tuple[str, ...]
    symptoms: tuple[str, ...]
    probability: Floats
    evoking: Floats
    listed: NDArray[np.int8]
    contra: Floats
    background: Floats
    facet: NDArray[np.intp]
    prior: Floats

    def column(self, symptom: str) -> int:
        return self.symptoms.index(symptom)


@lru_cache(maxsize=4)
def compiled(knowledge: Knowledge) -> Compiled:
    modes = tuple(sorted(knowledge.failure_modes))
    symptoms = tuple(knowledge.symptoms)
    columns = {slug: column for column, slug in enumerate(symptoms)}
    background = np.array([knowledge.symptoms[slug].background for slug in symptoms])
    shape = (len(modes), len(symptoms))
    probability = np.tile(background, (len(modes), 1))
    evoking = np.ones(shape)
    listed = np.zeros(shape, dtype=np.int8)
    contra = np.zeros(shape)
    for row, mode in enumerate(modes):
        for indication in knowledge.failure_modes[mode].indications:
            column = columns[indication.symptom]
            if indication.evoking < 0:
                listed[row, column] = -1
                contra[row, column] = -indication.evoking
            else:
                listed[row, column] = 1
                probability[row, column], evoking[row, column] = _scales(
                    indication, background[column]
                )
    return Compiled(
        modes,
        symptoms,
        probability,
        evoking,
        listed,
        contra,
        background,
        _facets(knowledge),
        _priors(knowledge, modes),
    )


def _scales(indication: Indication, background: float) -> tuple[float, float]:
    """An entry never makes its own symptom rarer than a healthy run does."""
    probability = max(FREQUENCY[indication.frequency].worth, background, MINIMUM_PROBABILITY)
    return probability, EVOKING[indication.evoking].worth


def _facets(knowledge: Knowledge) -> NDArray[np.intp]:
    names = sorted({symptom.facet for symptom in knowledge.symptoms.values() if symptom.facet})
    numbers = {name: number for number, name in enumerate(names)}
    return np.array(
        [numbers[s.facet] if s.facet else -1 for s in knowledge.symptoms.values()], dtype=np.intp
    )


def _priors(knowledge: Knowledge, modes: tuple[str, ...]) -> Floats:
    weights = np.array([PREVALENCE[knowledge.failure_modes[mode].prevalence] for mode in modes])
    return np.asarray(weights / weights.sum(), dtype=np.float64)
