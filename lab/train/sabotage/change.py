"""The signature of a change, and how the inputs of a data set are replaced."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lab.train.data import with_data
from lab.train.setup import Setup

if TYPE_CHECKING:
    from torch import Tensor

Change = Callable[[Setup, random.Random], Setup]  # the sound setup -> the faulty one


def with_tensors(setup: Setup, **tensors: Any) -> Setup:
    return replace(setup, data=with_data(setup.data, **tensors))


def with_inputs(
    setup: Setup,
    change: Callable[[Tensor], Tensor],
    splits: Iterable[str],
) -> Setup:
    changed = {f"{name}_x": change(setup.data.inputs(name)) for name in splits}
    return with_tensors(setup, **changed)
