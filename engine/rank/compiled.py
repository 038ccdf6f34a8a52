"""The knowledge as arrays, built once per edition: everything that does not depend on the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.knowledge import FailureMode, Indication, Knowledge, Recorded
from engine.rank.recorded import backgrounds, blended_frequency
from engine.run import Floats
from engine.scales import EVOKING, FREQUENCY, PREVALENCE

MINIMUM_PROBABILITY = 0.002
NOTHING_RECORDED: Mapping[str, Recorded] = {}
AGAINST = -1
LISTED = 1
PASSED = 2
# Judgment, checked on the development data: how often a cause has got so far that it shows the
# signs of its consequence, and how much less such a sign suggests the cause. The more causes a
# consequence has, the less its signs say about one of them.
PASSED_ON = 0.5
PASSED_ON_EVOKING = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """Rows are failure modes in the order of their slugs, columns symptoms as in the knowledge.

    probability: P(symptom | mode), the background rate where the entry does not list it.
    evoking: factor on a seen symptom's log likelihood ratio.
    listed: -1 where the symptom speaks against the mode, 1 for it, 2 where only a consequence of
        the mode shows it, 0 where it is not listed.
    contra: strength of a contra-indication, else 0.
    facet: a number for each symptom, -1 for none.
    rows, columns: mode -> its row, symptom -> its column.
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
    rows: Mapping[str, int]
    columns: Mapping[str, int]

    def column(self, symptom: str) -> int:
        """Return the column of a symptom. Raises ValueError for an unknown one."""
        [column] = self.columns_of([symptom])
        return column

    def columns_of(self, symptoms: Iterable[str]) -> list[int]:
        """Return the column of each symptom. Raises ValueError for an unknown one."""
        try:
            return [*map(self.columns.__getitem__, symptoms)]
        except KeyError as error:
            raise ValueError(f"{error.args[0]}: not in the knowledge") from None


class Symptomlike(Protocol):
    """Whatever knows how often healthy runs show a symptom, and its facet ("" or None for none)."""

    @property
    def background(self) -> float: ...

    @property
    def facet(self) -> str | None: ...


@lru_cache(maxsize=4)
def compiled(knowledge: Knowledge) -> Compiled:
    """Return the arrays of a knowledge, kept for the latest editions."""
    ranked = knowledge.ranked
    matrices = compile_modes(
        indications={slug: mode.indications for slug, mode in ranked.items()},
        prevalence={slug: mode.prevalence for slug, mode in ranked.items()},
        symptoms=knowledge.symptoms,
        recorded=knowledge.recorded,
    )
    return with_signs_of_consequences(matrices, ranked)


def with_signs_of_consequences(
    matrices: Compiled,
    failure_modes: Mapping[str, FailureMode],
) -> Compiled:
    """Let each mode show the signs of what it brings about.

    A cause need not list the signs of its consequences: if A causes B and B shows a sign, a run
    with A shows it in a share of the cases. It counts where it is seen; where it is absent, A may
    not have got that far.
    """
    extended = replace(
        matrices,
        probability=matrices.probability.copy(),
        evoking=matrices.evoking.copy(),
        listed=matrices.listed.copy(),
    )
    rows = matrices.rows
    for slug, mode in failure_modes.items():
        for consequence in mode.consequences:
            if consequence in rows:
                _pass_on(
                    matrices,
                    extended,
                    cause=rows[slug],
                    consequence=rows[consequence],
                )
    return extended


def _pass_on(
    matrices: Compiled,
    extended: Compiled,
    cause: int,
    consequence: int,
) -> None:
    """Write the listed signs of a consequence into the row of its cause in `extended`.

    A sign that the cause lists stays as it is. Of several consequences with one sign, that with
    the highest probability counts.
    """
    probability = PASSED_ON * matrices.probability[consequence]
    evoking = PASSED_ON_EVOKING * matrices.evoking[consequence]
    is_shown = matrices.listed[consequence] == LISTED
    is_open = np.isin(extended.listed[cause], (0, PASSED))
    is_higher = probability > extended.probability[cause]
    passed = is_shown & is_open & is_higher

    extended.probability[cause, passed] = probability[passed]
    extended.evoking[cause, passed] = evoking[passed]
    extended.listed[cause, passed] = PASSED


def compile_modes(
    indications: Mapping[str, Sequence[Indication]],
    prevalence: Mapping[str, str],
    symptoms: Mapping[str, Symptomlike],
    recorded: Mapping[str, Recorded] = NOTHING_RECORDED,
) -> Compiled:
    """Return the arrays of failure modes that are given by their slugs.

    recorded: what was counted of symptoms on recorded runs; judged rates alone where it is empty.
    """
    modes = tuple(sorted(indications))
    matrices = _without_indications(
        modes,
        symptoms,
        recorded,
        prior=_priors(prevalence, modes),
    )
    for row, mode in enumerate(modes):
        for indication in indications[mode]:
            _write(
                matrices,
                indication,
                recorded.get(indication.symptom),
                place=(row, matrices.columns[indication.symptom]),
            )
    return matrices


def _without_indications(
    modes: tuple[str, ...],
    symptoms: Mapping[str, Symptomlike],
    recorded: Mapping[str, Recorded],
    prior: Floats,
) -> Compiled:
    """Return the arrays of modes that list nothing: each symptom is as common as in health."""
    shape = (len(modes), len(symptoms))
    judged = {slug: symptom.background for slug, symptom in symptoms.items()}
    background = backgrounds(judged, recorded)
    return Compiled(
        modes=modes,
        symptoms=tuple(symptoms),
        probability=np.tile(background, (len(modes), 1)),
        evoking=np.ones(shape),
        listed=np.zeros(shape, dtype=np.int8),
        contra=np.zeros(shape),
        background=background,
        facet=_facets(symptoms),
        prior=prior,
        rows={slug: row for row, slug in enumerate(modes)},
        columns={slug: column for column, slug in enumerate(symptoms)},
    )


def _write(
    matrices: Compiled,
    indication: Indication,
    counted: Recorded | None,
    place: tuple[int, int],
) -> None:
    """Write one indication, or contra-indication, of the mode of this row."""
    if indication.evoking < 0:
        matrices.listed[place] = AGAINST
        matrices.contra[place] = -indication.evoking
        return
    background = float(matrices.background[place[1]])
    matrices.listed[place] = LISTED
    matrices.probability[place] = _probability(
        indication,
        counted,
        background,
    )
    matrices.evoking[place] = EVOKING[indication.evoking].worth


def _probability(
    indication: Indication,
    counted: Recorded | None,
    background: float,
) -> float:
    """Return P(symptom | mode); an entry never makes its own symptom rarer than health does."""
    judged = FREQUENCY[indication.frequency].worth
    often = blended_frequency(judged, counted)
    return max(often, background, MINIMUM_PROBABILITY)


def _facets(symptoms: Mapping[str, Symptomlike]) -> NDArray[np.intp]:
    """Number the facets in the order of their names; -1 stands for none."""
    facets = [symptom.facet or "" for symptom in symptoms.values()]
    names = sorted(set(facets) - {""})
    numbers = {name: number for number, name in enumerate(names)}
    return np.array(
        [numbers.get(facet, -1) for facet in facets],
        dtype=np.intp,
    )


def _priors(
    prevalence: Mapping[str, str],
    modes: tuple[str, ...],
) -> Floats:
    """Return the prevalences as shares of one."""
    weights = np.array([PREVALENCE[prevalence[mode]] for mode in modes])
    shares = weights / weights.sum()
    return np.asarray(shares, dtype=np.float64)
