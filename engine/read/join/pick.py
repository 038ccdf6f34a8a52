"""Of several curves with one name in one input, which is which: per epoch, per step, evaluated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from engine.read.join.merge import merged, uncompared
from engine.read.join.named import Named
from engine.read.join.numbered import with_sets_apart
from engine.read.join.parts import with_whole_losses, without_lonely_parts
from engine.read.join.stand_ins import (
    with_accuracies,
    with_monitored_tests,
    with_policy_names,
    with_rewards,
)
from engine.read.metric_names.metric import (
    Grain,
    metric_of,
)
from engine.read.metric_names.quantities import SPELLINGS
from engine.read.metric_names.resolve import Resolved
from engine.read.metric_names.words import (
    SPLIT_WORDS,
    words_of,
)

_DENSER = 1.6  # times as many points: one is per step, the other per epoch
_MEANS = frozenset({"avg", "average", "mean", "running", "smoothed"})
SUMMARY = "*"  # opens the group of lines that sum up an evaluation
_LOSSES = frozenset({"loss", "perplexity"})
_STEPWISE = frozenset({"loss", "grad_norm"})  # have a canonical name for the curve of steps
_HELD_OUT = frozenset({"val", "test"})
_EVALUATION = "evaluation"
_GROUP = "metrics"  # in front of all scores of Ultralytics


class Picked(NamedTuple):
    """curves: canonical name -> curve. left_out: those that stand under no name of their own.

    uncompared: how many were too many of one name to be looked at for parts of others.
    """

    curves: dict[str, Named]
    left_out: list[Named]
    uncompared: int


@dataclass
class _Choice:
    """The curves of one name so far."""

    chosen: dict[str, Named] = field(default_factory=dict)
    left_out: list[Named] = field(default_factory=list)
    uncompared: int = 0

    def take_all(
        self,
        curves: Sequence[Named],
        grain: Grain = "",
    ) -> None:
        """Take the longest first."""
        for each in _longest_first(curves):
            self.take(each, grain)

    def take(
        self,
        named: Named,
        grain: Grain = "",
    ) -> None:
        """Give a curve the canonical name of its grain; leave it out where that is taken."""
        if named.meaning.grain == "best":
            grain = "best"
        meaning = named.meaning.at(grain)
        name = meaning.name
        if name in self.chosen:
            self.left_out.append(named)
        else:
            self.chosen[name] = Named(named.curve, meaning)


def pick(found: Iterable[Named]) -> Picked:
    """Give each curve a name of its own, or leave it out."""
    by_name: dict[str, list[Named]] = defaultdict(list)
    for each in with_sets_apart(found):
        name = _shared_name(each.meaning)
        by_name[name].append(each)
    choice = _Choice()
    for candidates in by_name.values():
        _choose(candidates, choice)
    curves = without_lonely_parts(choice.chosen)
    curves = with_whole_losses(curves)
    curves = with_policy_names(curves)
    curves = with_rewards(curves)
    curves = with_accuracies(curves)
    curves = with_monitored_tests(curves)
    return Picked(curves, choice.left_out, choice.uncompared)


def _shared_name(meaning: Resolved) -> str:
    """Return what curves share that are told apart by grain and spelling only."""
    if meaning.grain == "best":
        return meaning.name
    return meaning.at("").name


def _choose(
    candidates: list[Named],
    choice: _Choice,
) -> None:
    """Choose among curves of one name; an evaluation after the fit is a test of it."""
    finished, running = _parted(candidates, _is_finished)
    if not running:
        _choose_running(finished, choice)
        return
    _choose_running(running, choice)
    for each in finished:
        _take_as_test(each, choice)


def _parted(
    curves: Sequence[Named],
    is_of_first: Callable[[Named], bool],
) -> tuple[list[Named], list[Named]]:
    """Return the curves for which the condition holds, and the others."""
    first = []
    second = []
    for each in curves:
        if is_of_first(each):
            first.append(each)
        else:
            second.append(each)
    return first, second


def _is_finished(each: Named) -> bool:
    return each.curve.grain == _EVALUATION


def _take_as_test(
    finished: Named,
    choice: _Choice,
) -> None:
    meaning = replace(
        finished.meaning,
        split="test",
        grain="",
    )
    if meaning.unsaid:
        test = Named(finished.curve, meaning)
        choice.take(test)
    else:
        choice.left_out.append(finished)


def _choose_running(
    candidates: list[Named],
    choice: _Choice,
) -> None:
    """Sort the curves of one name: the one per epoch, the one per step, and other spellings."""
    candidates = merged(candidates)
    choice.uncompared += uncompared(candidates)
    plain, others = _by_spelling(candidates)
    per_epoch, per_step = _by_grain(plain)
    choice.take_all(per_epoch)
    choice.take_all(per_step, "step")
    for each in _longest_first(others):
        meaning = replace(
            each.meaning,
            stem=_own_stem(each),
            part="",
        )
        other = Named(each.curve, meaning)
        choice.take(other)


def _by_spelling(candidates: list[Named]) -> tuple[list[Named], list[Named]]:
    """Return the curves whose spelling is the plainest one, and those of other spellings.

    A curve of few points does not say which spelling is the plainest.
    """
    if len(candidates) == 1:
        return candidates, []
    longest = _most_points(candidates)
    whole = [each for each in candidates if _is_dense(each, longest)]
    chosen = min(whole, key=_by_distance)
    nearest = chosen.meaning.distance
    own = _own_stem(chosen)

    def is_plain(each: Named) -> bool:
        if each.meaning.distance > nearest:
            return False
        return nearest == 0 or _own_stem(each) == own

    return _parted(candidates, is_plain)


def _by_distance(each: Named) -> tuple[int, int]:
    """Return a key that sorts the plainest spelling first, of equal ones the longest."""
    return each.meaning.distance, -len(each)


def _most_points(curves: Sequence[Named]) -> int:
    lengths = map(len, curves)
    return max(lengths)


def _is_dense(
    each: Named,
    longest: int,
) -> bool:
    """Return whether a curve has about as many points as the longest one."""
    return len(each) * _DENSER >= longest


def _longest_first(curves: Sequence[Named]) -> list[Named]:
    """Sort curves by their points; of equal ones what names its split comes first, then a mean."""
    return sorted(
        curves,
        key=lambda each: (-len(each), not each.meaning.split, not _is_mean(each)),
    )


def _is_mean(each: Named) -> bool:
    if each.curve.group.startswith(SUMMARY):
        return True
    words = words_of(each.curve.name)
    return not _MEANS.isdisjoint(words)


def _by_grain(plain: list[Named]) -> tuple[list[Named], list[Named]]:
    """Return the curves per epoch and those per step.

    A curve of steps that is the only one takes the place of the one per epoch, unless it is a loss
    or a gradient norm whose name says that it is of steps.
    """
    per_step, others = _parted(plain, _is_stepwise)
    if not per_step:
        return _by_density(others)
    if others:
        return others, per_step
    has_steps = plain[0].meaning.stem in _STEPWISE
    if has_steps and any(map(_says_step, per_step)):
        return [], per_step
    return per_step, []


def _is_stepwise(each: Named) -> bool:
    return each.meaning.grain == "step"


def _says_step(each: Named) -> bool:
    """Return whether the name itself says that the curve is of steps."""
    metric = metric_of(each.curve.name)
    return metric.grain == "step"


def _by_density(others: list[Named]) -> tuple[list[Named], list[Named]]:
    """Tell two curves of training apart by their points: the denser one is per step."""
    meaning = others[0].meaning
    if meaning.split in _HELD_OUT:
        return _whole_evaluations(others), []
    if not meaning.unsaid:
        return others, []
    longest = _most_points(others)
    sparse, dense = _parted(others, lambda each: len(each) * _DENSER <= longest)
    lines = [each for each in sparse if len(each) > 1 and _may_be_per_epoch(each)]
    if not lines:
        return others, []
    return lines, dense


def _may_be_per_epoch(each: Named) -> bool:
    """Return whether a sparse curve is the one per epoch; that of a score must say so by its x."""
    return each.meaning.stem in _LOSSES or each.curve.x_name == "epoch"


def _whole_evaluations(others: list[Named]) -> list[Named]:
    """Put lines from within an evaluation last where each epoch has a line of its own."""
    per_epoch = [each for each in others if each.curve.x_name == "epoch"]
    longest = max(others, key=len)
    is_inside = longest.curve.x_name == "index"
    if per_epoch and is_inside:
        return per_epoch
    return others


def _own_stem(each: Named) -> str:
    """Return the spelling of a quantity as it stands: `nll` beside `loss`."""
    words = words_of(each.curve.name)
    own = [word for word in words if word not in SPLIT_WORDS and word != _GROUP]
    stem = "_".join(own)
    spelling = SPELLINGS.get(stem)
    if spelling is None:
        return stem
    return spelling.plain
