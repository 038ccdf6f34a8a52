"""The order in which entries are named, and which of them are reported.

A finding, such as a NaN loss, is what has to be explained. It is named first where it is plain and
no cause of it leads: several share it, and a check has to part them. It is named after its causes
where one of them leads, and last where it is not reported itself. Where somebody tells of it and
nothing is shown, a cause comes before it only when it is likelier than not: which of them is told
best depends on the wording. So it is with a family that ranks as itself, such as overfitting, and
its children. Another family stands for its children while none of them leads. Of those it counts
the ones that the evidence speaks for: a large family would else come first wherever little is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from engine.knowledge import FINDING, LOUD, FailureMode, Knowledge
from engine.rank.backing import WORDS, is_backed
from engine.rank.causes import all_causes
from engine.rank.decide import STATED
from engine.rank.families import (
    Probabilities,
    leading_child,
    move_families,
    stands_for_children,
    with_families,
)
from engine.rank.places import last_of_all, move_before, move_behind
from engine.rank.ranking import Ranking
from engine.rank.spoken import spoken_for
from engine.rank.weights import WEIGHTS

# A cause that is this many times as likely as the next is named before their finding.
LEADING_RATIO = 2.0

FailureModes = Mapping[str, FailureMode]


@dataclass(frozen=True, slots=True)
class Order:
    """modes: all of them, the first to be named first.
    reported: those likely enough to be named, in the same order.
    probabilities: of each mode as it is shown; that of a named family holds its children's.
    """

    modes: tuple[str, ...]
    reported: tuple[str, ...]
    probabilities: Probabilities


def order_of(ranking: Ranking, knowledge: Knowledge) -> Order:
    """Order the modes by the rules of their classes."""
    failure_modes = knowledge.ranked
    rules = _rules(knowledge)
    families = [(mode, leading_child(mode, ranking.probabilities)) for mode in rules.families]
    undecided = [family for family, leading in families if leading is None]
    shown = with_families(
        ranking.probabilities,
        undecided,
        counted=spoken_for(ranking),
    )
    modes = sorted(
        rules.by_slug,
        key=shown.__getitem__,
        reverse=True,
    )
    first = takewhile(lambda slug: shown[slug] >= WEIGHTS.report_backed, modes)
    likely = {slug for slug in first if is_likely(slug, shown[slug], ranking, failure_modes)}
    covered = {child for mode in undecided if mode.slug in likely for child in mode.children}
    reported = likely - covered

    modes = last_of_all(rules.findings - reported, modes)
    explaining = sure_of(reported, shown) if is_only_told(ranking) else reported
    naming = _Naming(reported, explaining, shown)
    move_findings_and_messages(
        modes,
        rules,
        naming,
        failure_modes,
    )
    move_families(
        modes,
        families,
    )
    if is_only_told(ranking):
        move_before_children(modes, rules, reported, explaining)
    named = filter(reported.__contains__, modes)
    return Order(
        modes=tuple(modes),
        reported=tuple(named),
        probabilities=shown,
    )


@dataclass(frozen=True, slots=True)
class _Naming:
    """Which modes are reported, and with which probabilities they are shown.

    explaining: those of the reported modes that come before a finding; the others come after it.
    """

    reported: set[str]
    explaining: set[str]
    shown: Probabilities


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class _Rules:
    """Which entries do not stand where their probability puts them.

    by_slug: all of them. families: those that stand for children. themselves: families that rank as
    themselves.
    """

    by_slug: tuple[str, ...]
    findings: frozenset[str]
    loud: frozenset[str]
    families: tuple[FailureMode, ...]
    themselves: tuple[FailureMode, ...]


@lru_cache(maxsize=4)
def _rules(knowledge: Knowledge) -> _Rules:
    modes = knowledge.ranked.values()
    return _Rules(
        by_slug=tuple(sorted(knowledge.ranked)),
        findings=frozenset(mode.slug for mode in modes if mode.entry_class == FINDING),
        loud=frozenset(mode.slug for mode in modes if mode.entry_class == LOUD),
        families=tuple(filter(stands_for_children, modes)),
        themselves=tuple(mode for mode in modes if mode.ranks_as_itself),
    )


def is_likely(
    slug: str,
    probability: float,
    ranking: Ranking,
    failure_modes: FailureModes,
) -> bool:
    """Say whether a mode is likely enough to be named: on words alone it needs more."""
    if probability >= WEIGHTS.report_mode:
        return True
    if probability < WEIGHTS.report_backed:
        return False
    children = failure_modes[slug].children
    return any(is_backed(mode, ranking) for mode in (slug, *children) if mode in failure_modes)


def is_only_told(ranking: Ranking) -> bool:
    """Say whether all that is seen was told in words or figures, and nothing points to an entry."""
    is_shown = any(
        item.state == "seen" and item.channel not in STATED for item in ranking.observations
    )
    return not is_shown and not any(item.source != WORDS for item in ranking.direct)


def sure_of(reported: set[str], probabilities: Probabilities) -> set[str]:
    """Return those that are likelier than not."""
    return {slug for slug in reported if probabilities[slug] >= WEIGHTS.report_mode}


def move_findings_and_messages(
    modes: list[str],
    rules: _Rules,
    naming: _Naming,
    failure_modes: FailureModes,
) -> None:
    """Put reported findings behind what explains them, and loud modes before their causes."""
    before = [slug for slug in modes if slug in naming.reported]
    for slug in before:
        mode = failure_modes[slug]
        if slug in rules.findings:
            _move_finding(modes, mode, naming, failure_modes)
        elif slug in rules.loud:
            move_before(modes, slug, mode.causes)


def _move_finding(
    modes: list[str],
    finding: FailureMode,
    naming: _Naming,
    failure_modes: FailureModes,
) -> None:
    causes = possible_causes(finding, failure_modes)
    named = list(filter(naming.reported.__contains__, causes))
    is_first = naming.explaining.isdisjoint(named)
    if is_first or is_headline(finding.slug, causes, naming.shown):
        move_before(modes, finding.slug, named)
    else:
        move_behind(modes, finding.slug, named)


def move_before_children(
    modes: list[str],
    rules: _Rules,
    reported: set[str],
    sure: set[str],
) -> None:
    """Put reported families that rank as themselves before their children, unless one is sure."""
    for family in rules.themselves:
        if family.slug in reported and sure.isdisjoint(family.children):
            move_before(modes, family.slug, family.children)


def is_headline(
    finding: str,
    causes: Iterable[str],
    shown: Probabilities,
) -> bool:
    """Say whether a finding is plain and several of its causes share it, none of which leads."""
    likeliest = sorted(map(shown.__getitem__, causes), reverse=True)
    if shown[finding] < WEIGHTS.report_mode or len(likeliest) < 2:
        return False
    first, second = likeliest[:2]
    return first < WEIGHTS.report_mode and first < LEADING_RATIO * second


def possible_causes(
    finding: FailureMode,
    failure_modes: FailureModes,
) -> list[str]:
    """Return the ranked causes of a finding that are none themselves, and causes of causes."""
    return [
        cause
        for cause in all_causes(finding, failure_modes)
        if failure_modes[cause].entry_class != FINDING
    ]
