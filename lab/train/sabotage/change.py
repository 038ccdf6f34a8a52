"""Give the signature of a change, and replace the tensors of a setup."""

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
    """Replace tensors of the data, named as in `Data`. Raises TypeError for an unknown name."""
    return replace(setup, data=with_data(setup.data, **tensors))


def with_inputs(
    setup: Setup,
    change: Callable[[Tensor], Tensor],
    splits: Iterable[str],
) -> Setup:
    """Apply `change` to the inputs of the named splits."""
    changed = {f"{name}_x": change(setup.data.inputs(name)) for name in splits}
    return with_tensors(setup, **changed)
