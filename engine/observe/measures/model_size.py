"""How small the stated model is for its task."""

from __future__ import annotations

from dataclasses import dataclass

from engine.observe.measures.band import Band
from engine.observe.measures.stated import is_regression, n_classes, number, word
from engine.run import Case
from engine.scales import is_seen

WIDTH = Band(
    8.0,
    2.0,
    log=True,
    source="healthy-runs",
    note="units of the narrowest stated layer, through which everything has to pass",
)
PARAMETERS = Band(
    2.0,
    0.5,
    log=True,
    source="judgment",
    note="parameters over those of a linear model on the same features",
)
LINEAR = 0.8  # strength of no hidden layer: a weighted sum of the features
FLAT = frozenset({"mlp", "dense", "feedforward", "fully_connected", "linear"})


@dataclass(frozen=True, slots=True)
class ModelSize:
    """Sizes of a model; None where the case does not state them, at least one is stated."""

    width: float | None
    times_linear: float | None
    has_hidden_layer: bool

    @property
    def smallness(self) -> float:
        """How surely the model is too small, from 0 to 1."""
        if not self.has_hidden_layer:
            return LINEAR
        narrow = 0.0 if self.width is None else WIDTH.strength(self.width)
        few = 0.0 if self.times_linear is None else PARAMETERS.strength(self.times_linear)
        return max(narrow, few)


def model_size(case: Case) -> ModelSize | None:
    """Return the sizes that the case states; None where it states none of them."""
    is_linear = number(case, "depth") == 0 and word(case, "model_kind") in FLAT
    width, times = number(case, "width"), _times_linear(case)
    if not is_linear and width is None and times is None:
        return None
    return ModelSize(width, times, not is_linear)


def is_tiny(case: Case) -> bool:
    """Return whether the model is stated to be too small for its task."""
    size = model_size(case)
    return size is not None and is_seen(size.smallness)


def _times_linear(case: Case) -> float | None:
    """Return the parameters over those of a linear model.

    None where the features do not enter a plain network as they are.
    """
    parameters, features = number(case, "n_parameters"), number(case, "n_features")
    outputs = 1 if is_regression(case) else n_classes(case)
    if parameters is None or not features or not outputs:
        return None
    if word(case, "model_kind") not in FLAT:
        return None
    if outputs == 2:  # two classes need one output
        outputs = 1
    return parameters / ((features + 1) * outputs)
