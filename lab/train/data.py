"""Keep a data set as three splits, and make one with a sampler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from torch import Tensor

Rows = tuple["Tensor", "Tensor"]  # inputs and targets
Sampler = Callable[[int], Rows]
N_VAL = 300
N_TEST = 400
SPLITS = ("train", "val", "test")


@dataclass(frozen=True, eq=False)
class Data:
    """Inputs have the shape (rows, features), (rows, 1, 8, 8) or (rows, length, features).

    Targets have the shape (rows,): class numbers, or values for regression.
    """

    name: str
    n_classes: int | None  # None for regression
    train_x: Tensor
    train_y: Tensor
    val_x: Tensor
    val_y: Tensor
    test_x: Tensor
    test_y: Tensor
    sample: Sampler = dataclass_field(repr=False)

    @property
    def task(self) -> str:
        return "classification" if self.n_classes else "regression"

    def inputs(self, split_name: str) -> Tensor:
        return getattr(self, f"{split_name}_x")

    def targets(self, split_name: str) -> Tensor:
        return getattr(self, f"{split_name}_y")


def with_data(data: Data, **changes: Any) -> Data:
    """Return a copy of `data` with some tensors replaced."""
    values = vars(data) | changes
    return Data(**values)


def split(name: str, n_classes: int | None, n_train: int, sample: Sampler) -> Data:
    """Draw the three sets and put tables and targets on the scale of the training set."""
    train = sample(n_train)
    val = sample(N_VAL)
    test = sample(N_TEST)
    standard = _standardizer(train, n_classes)

    def scaled(count: int) -> Rows:
        return standard(sample(count))

    train_x, train_y = standard(train)
    val_x, val_y = standard(val)
    test_x, test_y = standard(test)
    return Data(
        name=name,
        n_classes=n_classes,
        train_x=train_x,
        train_y=train_y,
        val_x=val_x,
        val_y=val_y,
        test_x=test_x,
        test_y=test_y,
        sample=scaled,
    )


def _standardizer(train: Rows, n_classes: int | None) -> Callable[[Rows], Rows]:
    """Return the function that scales a split as the training set needs it.

    Pictures, sequences and class labels keep their scale.
    """
    train_x, train_y = train
    shift_x: Any = 0.0
    scale_x: Any = 1.0
    if train_x.dim() == 2:
        shift_x, scale_x = _scale(train_x)
    if not n_classes:
        shift_y, scale_y = _scale(train_y)

    def standard(part: Rows) -> Rows:
        inputs, targets = part
        scaled_inputs = (inputs - shift_x) / scale_x
        if n_classes:
            return scaled_inputs, targets
        return scaled_inputs, (targets - shift_y) / scale_y

    return standard


def _scale(values: Tensor) -> tuple[Tensor, Tensor]:
    return values.mean(0), values.std(0).clamp_min(1e-6)
