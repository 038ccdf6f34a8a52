"""How strongly the stated settings regularize the model."""

from __future__ import annotations

from dataclasses import dataclass

from engine.observe.measures.band import Band
from engine.observe.measures.stated import number, word
from engine.run import Case
from engine.scales import is_seen

DROPOUT = Band(0.5, 0.75, source="judgment", compare=("umlaut",), note="UMLAUT: above 0.5")
DECAY_IN_GRADIENT = Band(
    2e-3,
    5e-2,
    log=True,
    source="judgment",
    note="usual at 1e-5 to 1e-3 where the decay is added to the gradient (SGD, Adam)",
)
DECOUPLED_DECAY = Band(
    0.15,
    1.0,
    log=True,
    source="judgment",
    compare=("pytorch-adamw",),
    note="usual at 0.01 to 0.1; the default of AdamW in PyTorch is 0.01",
)
LABEL_SMOOTHING = Band(0.2, 0.5, source="judgment", note="usual at 0.1")
DECOUPLED = ("adamw", "lion", "lamb", "sgdw")


@dataclass(frozen=True, slots=True)
class Regularizer:
    setting: str
    value: float
    strength: float


def regularizers(case: Case) -> tuple[Regularizer, ...]:
    """Return the regularizers that the case states, each with how strong it is."""
    bands = (
        ("dropout", DROPOUT),
        ("weight_decay", _decay_band(case)),
        ("label_smoothing", LABEL_SMOOTHING),
    )
    stated = []
    for setting, band in bands:
        value = number(case, setting)
        if value is not None:
            stated.append(Regularizer(setting, value, band.strength(value)))
    return tuple(stated)


def strongest(stated: tuple[Regularizer, ...]) -> Regularizer:
    """Return the regularizer of the greatest strength, by name where several have it."""
    return max(stated, key=lambda one: (one.strength, one.setting, one.value))


def is_strongly_regularized(case: Case) -> bool:
    stated = regularizers(case)
    return bool(stated) and is_seen(strongest(stated).strength)


def _decay_band(case: Case) -> Band:
    optimizer = word(case, "optimizer")
    if not optimizer:
        return DECOUPLED_DECAY  # the wider of the two
    is_decoupled = any(name in optimizer for name in DECOUPLED)
    return DECOUPLED_DECAY if is_decoupled else DECAY_IN_GRADIENT
