"""The order in which entries are named, and which of them are reported.

A finding, such as a NaN loss, is what has to be explained. It is named first where it is plain and
no cause of it leads: several share it, and a check has to part them. It is named after its causes
where one of them leads, and last where it is not reported itself. A family stands for its children
while none of them leads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse, takewhile

from engine.knowledge import FAMILY, FINDING, HEALTHY, LOUD, SOMETHING_ELSE, FailureMode, Knowledge
from engine.rank.backing import is_backed
from engine.rank.causes import all_causes
from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS

# A child that holds this share of its family is named instead of it.
LEADING_SHARE = 2 / 3
# A cause that is this many times as likely as the next is named before their finding.
LEADING_RATIO = 2.0

Probabilities = Mapping[str, float]
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
    move_findings_and_messages(
        modes,
        rules,
        reported,
        shown,
        failure_modes,
    )
    move_families(
        modes,
        families,
    )
    named = filter(reported.__contains__, modes)
    return Order(
        modes=tuple(modes),
        reported=tuple(named),
        probabilities=shown,
    )


@dataclass(
    frozen=True,
    slots=True,
    eq=False,
)
class _Rules:
    """Which entries do not stand where their probability puts them.

    by_slug: all of them. families: those that stand for children.
    """

    by_slug: tuple[str, ...]
    findings: frozenset[str]
    loud: frozenset[str]
    families: tuple[FailureMode, ...]


@lru_cache(maxsize=4)
def _rules(knowledge: Knowledge) -> _Rules:
    modes = knowledge.ranked.values()
    return _Rules(
        by_slug=tuple(sorted(knowledge.ranked)),
        findings=frozenset(mode.slug for mode in modes if mode.entry_class == FINDING),
        loud=frozenset(mode.slug for mode in modes if mode.entry_class == LOUD),
        families=tuple(filter(stands_for_children, modes)),
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


def move_findings_and_messages(
    modes: list[str],
    rules: _Rules,
    reported: Collection[str],
    shown: Probabilities,
    failure_modes: FailureModes,
) -> None:
    """Put reported findings behind what explains them, and loud modes before their causes."""
    before = [slug for slug in modes if slug in reported]
    for slug in before:
        mode = failure_modes[slug]
        if slug in rules.findings:
            causes = possible_causes(mode, failure_modes)
            if not is_headline(slug, causes, shown):
                explaining = filter(reported.__contains__, causes)
                move_behind(modes, slug, list(explaining))
        elif slug in rules.loud:
            move_before(modes, slug, mode.causes)


def last_of_all(
    slugs: Collection[str],
    modes: Sequence[str],
) -> list[str]:
    """Return the modes with some of them behind all others, each in their order."""
    before = filterfalse(slugs.__contains__, modes)
    behind = filter(slugs.__contains__, modes)
    return [*before, *behind]


def move_families(
    modes: list[str],
    families: Iterable[tuple[FailureMode, str | None]],
) -> None:
    """Put each family behind the child that leads it."""
    for family, leading in families:
        if leading:
            move_behind(
                modes,
                family.slug,
                [leading],
            )


def with_families(
    probabilities: Probabilities,
    undecided: Iterable[FailureMode],
) -> dict[str, float]:
    """Add the probabilities of its children to each family that is named instead of them."""
    shown = dict(probabilities)
    for hypothesis in (HEALTHY, SOMETHING_ELSE):
        shown.pop(hypothesis, None)
    for family in undecided:
        shown[family.slug] = family_sum(family, probabilities)
    return shown


def stands_for_children(mode: FailureMode) -> bool:
    return mode.entry_class == FAMILY and not mode.ranks_as_itself


def leading_child(
    mode: FailureMode,
    probabilities: Probabilities,
) -> str | None:
    """Return the child that holds two thirds of its family, None without one."""
    whole = family_sum(mode, probabilities)
    leading = LEADING_SHARE * whole
    for child in mode.children:
        if probabilities[child] >= leading:
            return child
    return None


def family_sum(
    mode: FailureMode,
    probabilities: Probabilities,
) -> float:
    children = map(probabilities.__getitem__, mode.children)
    return probabilities[mode.slug] + sum(children)


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


def move_behind(
    modes: list[str],
    slug: str,
    others: Sequence[str],
) -> None:
    """Put a mode behind the last of the others, when it stands before it."""
    places = [modes.index(other) for other in others]
    last = max(places, default=-1)
    place = modes.index(slug)
    if place < last:
        modes.pop(place)
        modes.insert(last, slug)


def move_before(
    modes: list[str],
    slug: str,
    others: Sequence[str],
) -> None:
    """Put a mode before the first of the others, when it stands behind it."""
    places = [modes.index(other) for other in others if other in modes]
    first = min(places, default=len(modes))
    place = modes.index(slug)
    if place > first:
        modes.pop(place)
        modes.insert(first, slug)
