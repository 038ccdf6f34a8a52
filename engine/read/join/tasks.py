"""Curves whose name means something else in the task of the run.

In reinforcement learning `loss` is the objective of a policy: it may be near zero, change its sign
and rise while the policy gets better. In preference learning the accuracy is that of tokens or of
pairs. No supervised measure may read either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.run import Series

_OF_REINFORCEMENT = frozenset(
    {"reward", "episode_length", "policy_loss", "value_loss", "approx_kl", "entropy_loss"}
)
_OF_PREFERENCES = ("rewards_margins", "rewards_chosen", "rewards_accuracies", "logps_chosen")
_OBJECTIVES = {
    "train_loss": "policy_objective",
    "train_loss_step": "policy_objective_step",
    "val_loss": "val_policy_objective",
}
_OF_TOKENS = {"train_accuracy": "token_accuracy", "val_accuracy": "val_token_accuracy"}


def named_by_task(series: Mapping[str, Series]) -> dict[str, Series]:
    """Rename the curves that supervised measures would misread."""
    names: dict[str, str] = {}
    if is_preference_learning(series):
        names = _OF_TOKENS
    elif not _OF_REINFORCEMENT.isdisjoint(series):
        names = _OBJECTIVES
    renamed: dict[str, Series] = {}
    for name, curve in series.items():
        other = names.get(name, name)
        renamed[other] = curve if other == name else replace(curve, name=other)
    return renamed


def is_preference_learning(series: Mapping[str, Series]) -> bool:
    """Say whether a run learns from pairs: its rewards are of the chosen and the rejected."""
    return any(name.endswith(_OF_PREFERENCES) for name in series)
