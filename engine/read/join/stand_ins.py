"""Curves that stand in for others that a run does not have."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.read.inputs import Curve
from engine.read.join.named import Named
from engine.read.metric_names.quantities import QUANTITIES

_STATED = 3  # times as many points: a value that is stated once gives way to a curve
_REWARD = "reward"
_OF_RANKINGS = frozenset({"ndcg", "mrr", "hits"})
_OF_UPDATES = frozenset({"policy_loss", "value_loss"})
_MONITORED = 3  # points of a test curve that was measured while the run went on


def with_accuracies(curves: dict[str, Named]) -> dict[str, Named]:
    """Call a score between 0 and 1 an accuracy where its split has none, as the classifiers of
    scikit-learn mean it; beside scores of rankings it is one of them.
    """
    stems = {each.meaning.stem for each in curves.values()}
    if not _OF_RANKINGS.isdisjoint(stems):
        return dict(curves)
    renamed: dict[str, Named] = {}
    for name, each in curves.items():
        accuracy = _as_accuracy(each)
        if accuracy is None or accuracy.name in curves:
            renamed[name] = each
        else:
            renamed[accuracy.name] = accuracy
    return renamed


def _as_accuracy(named: Named) -> Named | None:
    """Return a score between 0 and 1 as an accuracy, None for any other curve."""
    meaning = named.meaning
    if meaning.stem != "score" or meaning.part:
        return None
    if not _is_share(named.curve):
        return None
    accuracy = replace(
        meaning,
        stem="accuracy",
        quantity=QUANTITIES["accuracy"],
    )
    return Named(named.curve, accuracy)


def _is_share(curve: Curve) -> bool:
    is_finite = np.isfinite(curve.y)
    finite = curve.y[is_finite]
    if len(finite) == 0:
        return False
    smallest = finite.min()
    largest = finite.max()
    return bool(smallest >= 0 and largest <= 1)


def with_monitored_tests(curves: dict[str, Named]) -> dict[str, Named]:
    """Let a test curve stand in for validation where the run has none.

    What is measured again and again while a run goes on is used as a validation set, whatever the
    program calls it.
    """
    with_stand_ins = dict(curves)
    splits = {each.meaning.split for each in curves.values()}
    if "val" in splits:
        return with_stand_ins
    for each in curves.values():
        if each.meaning.split == "test" and len(each) >= _MONITORED:
            stand_in = each.with_split("val")
            with_stand_ins[stand_in.name] = stand_in
    return with_stand_ins


def with_rewards(curves: dict[str, Named]) -> dict[str, Named]:
    """Let the reward of evaluations stand in where the run has none of its rollouts."""
    with_stand_in = dict(curves)
    own = curves.get(_REWARD)
    for each in curves.values():
        if each.meaning.stem != _REWARD:
            continue
        if not each.meaning.split:
            continue
        if not _gives_way(own, each):
            continue
        stand_in = each.with_split("")
        with_stand_in[stand_in.name] = stand_in
        break
    return with_stand_in


def with_policy_names(curves: dict[str, Named]) -> dict[str, Named]:
    """Tell apart what trainers of policies call by one name.

    An entropy loss is the negative entropy: where it is positive it is the entropy. A KL beside the
    losses of a policy and of its values is that of an update, unless the run has both; without a
    loss of values, as in GRPO, it is the distance from a reference.
    """
    renamed: dict[str, Named] = {}
    for name, each in curves.items():
        other = _policy_name(each, curves)
        taken = curves.get(other)
        if other == name or not _gives_way(taken, each):
            renamed.setdefault(name, each)
            continue
        meaning = replace(each.meaning, stem=other)
        renamed[other] = Named(each.curve, meaning)
    return renamed


def _gives_way(
    taken: Named | None,
    curve: Named,
) -> bool:
    """Say whether a name is free for a curve: nothing has it, or a value that is stated once."""
    if taken is None:
        return True
    points = len(taken)
    return points * _STATED < len(curve)


def _policy_name(
    named: Named,
    curves: dict[str, Named],
) -> str:
    name = named.name
    if name == "kl" and curves.keys() >= _OF_UPDATES:
        return "approx_kl"
    if name != "entropy_loss":
        return name
    is_positive = named.curve.y > 0
    return "entropy" if is_positive.all() else name
