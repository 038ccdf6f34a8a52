"""The learning rate is above the usual ones of its optimizer.

Each family of optimizers has a band of its own, because the size of a step for the same rate
differs. UMLAUT draws one line for all optimizers and so flags the ordinary 0.1 of SGD. Where the
optimizer is not stated, the rates of SGD count, the highest of those in wide use; where the rate is
not stated, the highest that was recorded counts.
"""

from collections.abc import Mapping

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.rates import StatedRate, stated_rate
from engine.run import Case
from engine.scales import is_seen

SYMPTOM = "learning-rate-above-usual"


def _band(usual: float, above: float) -> Band:
    return Band(
        usual,
        above,
        log=True,
        source="judgment",
        compare=("umlaut", "deepdiagnosis", "pytorch-optim", "keras-optimizers"),
        note="no default of PyTorch or Keras lies above the first number; "
        "UMLAUT: 0.01, DeepDiagnosis: 0.1, for every optimizer",
    )


RATE: Mapping[str, Band] = {
    "sgd": _band(0.35, 4.0),
    "adam": _band(0.015, 0.1),
    "adagrad": _band(0.1, 1.0),
    "adadelta": _band(3.0, 30.0),
    "lion": _band(1e-3, 1e-2),
}


def observe(case: Case) -> Finding | None:
    stated = stated_rate(case)
    if stated is None:
        return None
    band = RATE[stated.family or "sgd"]
    strength = band.strength(stated.rate)
    if not stated.family and not is_seen(strength):
        return None  # usual for SGD may be far too high for Adam
    source = "metrics.lr" if stated.is_recorded else "config.learning_rate"
    return Finding(
        strength,
        f"The learning rate is {stated.rate:g} {_optimizer(stated)}; "
        f"rates up to {band.normal:g} are usual.",
        source=source,
    )


def _optimizer(stated: StatedRate) -> str:
    if not stated.family:
        return "and the optimizer is not known"
    return f"for {stated.optimizer}"
