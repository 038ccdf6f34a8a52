"""The knowledge as arrays, built once per edition: everything that does not depend on the case."""

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
AGAINST = -1  # in `listed`


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """Rows are failure modes in the order of their slugs, columns symptoms as in the knowledge.

    probability: P(symptom | mode), the background rate where the entry does not list it.
    evoking: factor on a seen symptom's log likelihood ratio.
    listed: -1 where the symptom speaks against the mode, 1 for it, 0 where it is not listed.
    contra: strength of a contra-indication, else 0.
    facet: a number for each symptom, -1 for none.
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
        """Return the column of a symptom. Raises ValueError for an unknown one."""
        return self.symptoms.index(symptom)


class Symptomlike(Protocol):
    """Whatever knows how often healthy runs show a symptom, and its facet ("" or None for none)."""

    @property
    def background(self) -> float: ...

    @property
    def facet(self) -> str | None: ...


@lru_cache(maxsize=4)
def compiled(knowledge: Knowledge) -> Compiled:
    """Return the arrays of a knowledge, kept for the latest editions."""
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
            place = (row, column)
            if indication.evoking < 0:
                listed[place] = -1
                contra[place] = -indication.evoking
                continue
            listed[place] = 1
            probability[place] = _probability(indication, background[column])
            evoking[place] = EVOKING[indication.evoking].worth

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


def _probability(indication: Indication, background: float) -> float:
    """Return P(symptom | mode); an entry never makes its own symptom rarer than health does."""
    often = FREQUENCY[indication.frequency].worth
    return max(often, background, MINIMUM_PROBABILITY)


def _facets(symptoms: Mapping[str, Symptomlike]) -> NDArray[np.intp]:
    names = sorted({symptom.facet for symptom in symptoms.values() if symptom.facet})
    numbers = {name: number for number, name in enumerate(names)}
    facets = [numbers.get(symptom.facet or "", -1) for symptom in symptoms.values()]
    return np.array(facets, dtype=np.intp)


def _priors(prevalence: Mapping[str, str], modes: tuple[str, ...]) -> Floats:
    weights = np.array([PREVALENCE[prevalence[mode]] for mode in modes])
    return np.asarray(weights / weights.sum(), dtype=np.float64)
