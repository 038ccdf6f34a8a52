"""Describe a run: every choice that decides it, grouped by the part of training that reads it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING, Any

from lab.train.data import Data

if TYPE_CHECKING:
    from torch import nn

Prepare = Callable[["nn.Module"], None]


@dataclass(frozen=True, kw_only=True)
class Architecture:
    kind: str = "mlp"
    depth: int = 2
    width: int = 48
    activation: str = "relu"
    normalization: str = "none"
    dropout: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Optimization:
    optimizer: str = "adam"
    learning_rate: float = 0.003
    momentum: float = 0.0
    batch_size: int = 32
    epochs: int = 20
    weight_decay: float = 0.0
    schedule: str = "constant"
    warmup_steps: int = 0
    gradient_clip: float | None = None
    label_smoothing: float = 0.0
    class_weights: bool = False
    precision: str = "fp32"


@dataclass(frozen=True, kw_only=True)
class Logging:
    """level: how many curves the run logs: basic, medium or full."""

    level: str = "full"
    state_shuffle: bool = False  # whether the configuration says that the rows are shuffled
    log_test: bool = False


@dataclass(frozen=True, kw_only=True)
class Defects:
    """Faults that the author of the run does not see in the configuration."""

    shuffle: bool = True
    zero_grad: bool = True
    eval_mode: bool = True
    eval_batch: int = 1000
    double_softmax: bool = False
    unsafe_log: bool = False
    fixed_loss_scale: float = 0.0  # 0: the scale adapts and a step that overflows is skipped
    trainable_layers: int | None = None  # counted from the output; 0 leaves the output bias alone
    prepare: Prepare | None = None  # changes the fresh weights
    glitches: tuple[tuple[int, float], ...] = ()  # (step, factor on the inputs of that batch)
    rate_spikes: tuple[tuple[int, float], ...] = ()  # (step, factor on the rate of that step)


@dataclass(frozen=True, kw_only=True, eq=False)
class Setup:
    data: Data
    architecture: Architecture = dataclass_field(default_factory=Architecture)
    optimization: Optimization = dataclass_field(default_factory=Optimization)
    logging: Logging = dataclass_field(default_factory=Logging)
    defects: Defects = dataclass_field(default_factory=Defects)
    second: Data | None = None  # trained on in the second half of the epochs
    replay: bool = False  # whether the second half trains on the first set as well

    @property
    def steps_per_epoch(self) -> int:
        """Count the last batch as well, which may have fewer rows."""
        rows = len(self.data.train_x)
        return math.ceil(rows / self.optimization.batch_size)

    @property
    def steps(self) -> int:
        return self.optimization.epochs * self.steps_per_epoch


GROUPS = ("architecture", "optimization", "logging", "defects")


def setup_of(data: Data, **values: Any) -> Setup:
    """Return a setup with the default of every field that `values` does not name."""
    return changed(Setup(data=data), **values)


def changed(setup: Setup, **values: Any) -> Setup:
    """Return a copy with some fields replaced, each in the group that has a field of its name.

    Raises TypeError for a name that no group has.
    """
    left = dict(values)
    new_groups: dict[str, Any] = {}
    for name in GROUPS:
        group = getattr(setup, name)
        own = {}
        for key in _names(group):
            if key in left:
                own[key] = left.pop(key)
        new_groups[name] = replace(group, **own)
    return replace(setup, **new_groups, **left)


def values_of(setup: Setup) -> dict[str, Any]:
    """Return the fields of all groups in one mapping. No two groups share a name."""
    values: dict[str, Any] = {}
    for name in _names(setup):
        value = getattr(setup, name)
        if name in GROUPS:
            values |= vars(value)
        else:
            values[name] = value
    return values


def _names(record: Any) -> list[str]:
    """Return the field names of a dataclass."""
    return [field.name for field in fields(record)]
