"""Draw cases from the weights of the entries and count how often the ranking finds them again.

python -m benchmarks.simulation [--cases 4000] [--seed 0] [--pairs 15]

A failure is drawn by its prevalence, each of its signs by its frequency, and every other symptom by
its background in healthy runs; signs that speak against the failure are absent. The ranking then
sees all of it. What it does not find again, its own content does not tell apart. The second table
ranks with every weight moved one step up or down at random, five times anew, since nobody knows a
weight better than that. Findings and families that only sum up their children are not drawn: others
explain them. A finding that the drawn failure causes is passed over where it leads; any other one
is a wrong answer.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.accuracy import FIXTURES
from benchmarks.moved_weights import moved
from content.to_knowledge import knowledge_without_model
from engine.evidence import Observation
from engine.knowledge import FAMILY, FINDING, FailureMode, Indication, Knowledge
from engine.rank.causes import all_causes
from engine.rank.order import order_of
from engine.rank.ranking import rank
from engine.scales import CERTAIN, FREQUENCY, PREVALENCE, RULED_OUT

FEWEST_SIGNS = 4
LEADING = 3
MOVEMENTS = 5  # of all weights: one alone may move the result by three points
SUMMARY = "Draw cases from the weights of the entries and count how often the ranking finds them."

Pair = tuple[str, str]


@dataclass
class Recovery:
    """How often the drawn failure came first and among the first three.

    confused: (drawn, named first instead) with the number of cases. drawn: cases of each failure.
    """

    first: int = 0
    leading: int = 0
    confused: Counter[Pair] = field(default_factory=Counter)
    drawn: Counter[str] = field(default_factory=Counter)

    def count(
        self,
        drawn: str,
        order: Sequence[str],
    ) -> None:
        """Count a case of a failure and the order in which the entries were named."""
        self.drawn[drawn] += 1
        if drawn in order[:LEADING]:
            self.leading += 1
        named = order[0]
        if named == drawn:
            self.first += 1
        else:
            self.confused[drawn, named] += 1

    def add(self, other: Recovery) -> None:
        """Count the cases of another recovery as well."""
        self.first += other.first
        self.leading += other.leading
        self.confused.update(other.confused)
        self.drawn.update(other.drawn)

    @property
    def cases(self) -> int:
        return self.drawn.total()


def drawable(knowledge: Knowledge) -> list[FailureMode]:
    """Return the entries that explain a run and have signs of their own."""
    every = knowledge.ranked.values()
    explaining = filter(_explains, every)
    return list(filter(_has_signs, explaining))


def findings_of(knowledge: Knowledge) -> dict[str, set[str]]:
    """Return the findings that each failure causes: they say what is seen of it, and lead where
    several causes share them.
    """
    ranked = knowledge.ranked
    found: dict[str, set[str]] = {}
    for mode in ranked.values():
        if mode.entry_class != FINDING:
            continue
        for cause in all_causes(mode, ranked):
            found.setdefault(cause, set()).add(mode.slug)
    return found


def _explains(mode: FailureMode) -> bool:
    if mode.entry_class == FAMILY:
        return mode.ranks_as_itself
    return mode.entry_class != FINDING


def _has_signs(mode: FailureMode) -> bool:
    signs = [each for each in mode.indications if each.evoking >= 0]
    return len(signs) >= FEWEST_SIGNS


def simulate(
    truth: Knowledge,
    believed: Knowledge,
    cases: int,
    choose: random.Random,
) -> Recovery:
    """Draw cases by the weights of one knowledge and rank them by those of another."""
    modes = drawable(truth)
    weights = [PREVALENCE[mode.prevalence] for mode in modes]
    findings = findings_of(believed)
    found = Recovery()
    for mode in choose.choices(modes, weights, k=cases):
        observations = draw(mode, truth, choose)
        ranking = rank(
            observations,
            believed,
            told=True,
        )
        order = order_of(ranking, believed)
        seen = findings.get(mode.slug, ())
        explaining = [slug for slug in order.modes if slug not in seen]
        found.count(mode.slug, explaining)
    return found


def draw(
    mode: FailureMode,
    knowledge: Knowledge,
    choose: random.Random,
) -> list[Observation]:
    """Return every symptom, seen or absent, as a run with this failure would show it."""
    indications = {each.symptom: each for each in mode.indications}
    observations = []
    for slug, symptom in knowledge.symptoms.items():
        indication = indications.get(slug)
        chance = _chance(indication, symptom.background)
        if choose.random() < chance:
            observation = Observation(slug, "seen", CERTAIN)
        else:
            observation = Observation(slug, "absent", RULED_OUT)
        observations.append(observation)
    return observations


def _chance(
    indication: Indication | None,
    background: float,
) -> float:
    """Return how likely a run with the failure shows a symptom."""
    if indication is None:
        return background
    if indication.evoking < 0:
        return 0.0
    step = FREQUENCY[indication.frequency]
    return max(step.worth, background)


def found_share(
    found: Recovery,
    slug: str,
) -> float:
    """Return the share of the cases of a failure in which it was named first."""
    missed = 0
    for (drawn, _), count in found.confused.items():
        if drawn == slug:
            missed += count
    return 1 - missed / found.drawn[slug]


def report(
    title: str,
    found: Recovery,
    pairs: int,
) -> str:
    """Return the shares that were found again, the pairs that were confused most, and the entries
    that were found least often.
    """
    first = found.first / found.cases
    leading = found.leading / found.cases
    lines = [
        f"{title}: first {first:.1%}, among the first {LEADING} {leading:.1%}"
        f" of {found.cases} cases"
    ]
    for (drawn, named), count in found.confused.most_common(pairs):
        share = count / found.drawn[drawn]
        line = f"  {share:4.0%} of {drawn} is called {named} ({count})"
        lines.append(line)

    shares = {slug: found_share(found, slug) for slug in found.drawn}
    worst = sorted(shares, key=shares.__getitem__)
    rarely = [f"{slug} {shares[slug]:.0%}" for slug in worst[:pairs]]
    lines.append("  found least often: " + ", ".join(rarely))
    return "\n".join(lines)


def results(
    knowledge: Knowledge,
    cases: int,
    seed: int,
) -> Mapping[str, Recovery]:
    """Return the recovery with the weights as they are and with all of them moved."""
    choose = random.Random(seed)  # noqa: S311 - a simulation keeps no secret
    as_they_are = simulate(
        knowledge,
        knowledge,
        cases,
        choose,
    )
    of_each = max(cases // MOVEMENTS, 1)
    with_moved = Recovery()
    for _ in range(MOVEMENTS):
        believed = moved(knowledge, choose)
        found = simulate(
            knowledge,
            believed,
            of_each,
            choose,
        )
        with_moved.add(found)
    return {
        "weights as they are": as_they_are,
        "every weight moved one step": with_moved,
    }


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=SUMMARY)
    options.add_argument(
        "--cases",
        type=int,
        default=4000,
        help="cases to draw",
    )
    options.add_argument(
        "--seed",
        type=int,
        default=0,
        help="of the random draws",
    )
    options.add_argument(
        "--pairs",
        type=int,
        default=15,
        help="confused pairs to print",
    )
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    options = parser().parse_args(arguments)
    knowledge = knowledge_without_model(FIXTURES)
    entries = len(drawable(knowledge))
    symptoms = len(knowledge.symptoms)
    print(f"{entries} entries, {symptoms} symptoms", flush=True)
    tables = results(
        knowledge,
        options.cases,
        options.seed,
    )
    for title, found in tables.items():
        table = report(title, found, options.pairs)
        print(table)


if __name__ == "__main__":
    main()
