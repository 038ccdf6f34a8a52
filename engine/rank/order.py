"""The order in which entries are named, and which of them are reported.

A finding, such as a NaN loss, is what has to be explained. It is named first where it is plain and
none of its causes is reported, after them where some are, and last where it is not plain itself. A
family stands for its children while none of them leads.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from engine.knowledge import FAMILY, FINDING, LOUD, FailureMode, Knowledge
from engine.rank.backing import is_backed
from engine.rank.causes import all_causes
from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS

# A child that holds this share of its family is named instead of it.
LEADING_SHARE = 2 / 3

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
    shown = with_families(ranking.probabilities, failure_modes)
    modes = sorted(
        failure_modes,
        key=lambda slug: (-shown[slug], slug),
    )
    likely = {slug for slug in modes if is_likely(slug, shown[slug], ranking, failure_modes)}
    covered = _covered_children(
        likely,
        ranking.probabilities,
        failure_modes,
    )
    reported = likely - covered

    move_findings_and_messages(
        modes,
        reported,
        failure_modes,
    )
    move_families(
        modes,
        ranking.probabilities,
        failure_modes,
    )
    named = [slug for slug in modes if slug in reported]
    return Order(
        modes=tuple(modes),
        reported=tuple(named),
        probabilities=shown,
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
    reported: set[str],
    failure_modes: FailureModes,
) -> None:
    """Put findings behind what explains them, and reported loud modes before their causes."""
    before = tuple(modes)
    for slug in before:
        mode = failure_modes[slug]
        if mode.entry_class == FINDING:
            move_finding(
                modes,
                mode,
                reported,
                failure_modes,
            )
        elif mode.entry_class == LOUD and slug in reported:
            move_before(modes, slug, mode.causes)


def move_finding(
    modes: list[str],
    finding: FailureMode,
    reported: set[str],
    failure_modes: FailureModes,
) -> None:
    """Put a finding behind its reported causes, and behind everything where it is not plain."""
    slug = finding.slug
    if slug in reported:
        explaining = explaining_causes(
            finding,
            reported,
            failure_modes,
        )
        move_behind(modes, slug, explaining)
    else:
        modes.remove(slug)
        modes.append(slug)


def move_families(
    modes: list[str],
    probabilities: Probabilities,
    failure_modes: FailureModes,
) -> None:
    """Put each family behind the child that leads it."""
    for family in failure_modes.values():
        leading = leading_child(family, probabilities)
        if leading:
            move_behind(
                modes,
                family.slug,
                [leading],
            )


def with_families(
    probabilities: Probabilities,
    failure_modes: FailureModes,
) -> dict[str, float]:
    """Add the probabilities of its children to each family that is named instead of them."""
    shown = {slug: probabilities[slug] for slug in failure_modes}
    for slug, mode in failure_modes.items():
        if is_named_for_children(mode, probabilities):
            shown[slug] = family_sum(mode, probabilities)
    return shown


def is_named_for_children(
    mode: FailureMode,
    probabilities: Probabilities,
) -> bool:
    if not mode.children:
        return False
    if not stands_for_children(mode):
        return False
    return leading_child(mode, probabilities) is None


def stands_for_children(mode: FailureMode) -> bool:
    return mode.entry_class == FAMILY and not mode.ranks_as_itself


def leading_child(
    mode: FailureMode,
    probabilities: Probabilities,
) -> str | None:
    """Return the child that holds two thirds of the family, None without one."""
    if not stands_for_children(mode):
        return None
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
    own = probabilities[mode.slug]
    children = sum(probabilities[child] for child in mode.children)
    return own + children


def _covered_children(
    likely: Collection[str],
    probabilities: Probabilities,
    failure_modes: FailureModes,
) -> set[str]:
    """Return the children for which a family is reported that is likelier than each of them."""
    covered: set[str] = set()
    for slug, mode in failure_modes.items():
        is_named = is_named_for_children(mode, probabilities)
        if is_named and slug in likely:
            covered.update(mode.children)
    return covered


def explaining_causes(
    finding: FailureMode,
    reported: set[str],
    failure_modes: FailureModes,
) -> list[str]:
    """Return the reported causes of a finding; a cause of a cause explains as well."""
    explaining = []
    for cause in all_causes(finding, failure_modes):
        is_finding = failure_modes[cause].entry_class == FINDING
        if cause in reported and not is_finding:
            explaining.append(cause)
    return explaining


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
