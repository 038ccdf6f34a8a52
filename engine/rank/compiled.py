"""Knowledge as arrays. Built once per edition: everything that does not depend on the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

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


class Symptomlike(Protocol):
    """Whatever knows how often healthy runs show a symptom, and its facet ("" or None for none)."""

    @property
    def background(self) -> float: ...

    @property
    def facet(self) -> str | None: ...


@lru_cache(maxsize=4)
def compiled(knowledge: Knowledge) -> Compiled:
    failure_modes = knowledge.failure_modes
    return compile_modes(
        indications={slug: mode.indications for slug, mode in failure_modes.items()},
        prevalence={slug: mode.prevalence for slug, mode in failure_modes.items()},
        symptoms=knowledge.symptoms,
    )


def compile_modes(
    indications: Mapping[str, Sequence[Indication]],
    prevalence: Mapping[str, str],
    symptoms: Mapping[str, Symptomlike],
) -> Compiled:
    """Return the arrays of failure modes that are given by their slugs."""
    modes = tuple(sorted(indications))
    columns = {slug: column for column, slug in enumerate(symptoms)}
    background = np.array([symptom.background for symptom in symptoms.values()])
    shape = (len(modes), len(symptoms))
    probability = np.tile(background, (len(modes), 1))
    evoking = np.ones(shape)
    listed = np.zeros(shape, dtype=np.int8)
    contra = np.zeros(shape)
    for row, mode in enumerate(modes):
        for indication in indications[mode]:
            column = columns[indication.symptom]
            if indication.evoking < 0:
                listed[row, column] = -1
                contra[row, column] = -indication.evoking
            else:
                listed[row, column] = 1
                scales = _scales(indication, background[column])
                probability[row, column], evoking[row, column] = scales
    return Compiled(
        modes=modes,
        symptoms=tuple(symptoms),
        probability=probability,
        evoking=evoking,
        listed=listed,
        contra=contra,
        background=background,
        facet=_facets(symptoms),
        prior=_priors(prevalence, modes),
    )


def _scales(indication: Indication, background: float) -> tuple[float, float]:
    """An entry never makes its own symptom rarer than a healthy run does."""
    probability = max(FREQUENCY[indication.frequency].worth, background, MINIMUM_PROBABILITY)
    return probability, EVOKING[indication.evoking].worth


def _facets(symptoms: Mapping[str, Symptomlike]) -> NDArray[np.intp]:
    names = sorted({symptom.facet for symptom in symptoms.values() if symptom.facet})
    numbers = {name: number for number, name in enumerate(names)}
    facets = [numbers.get(symptom.facet or "", -1) for symptom in symptoms.values()]
    return np.array(facets, dtype=np.intp)


def _priors(prevalence: Mapping[str, str], modes: tuple[str, ...]) -> Floats:
    weights = np.array([PREVALENCE[prevalence[mode]] for mode in modes])
    return np.asarray(weights / weights.sum(), dtype=np.float64)
