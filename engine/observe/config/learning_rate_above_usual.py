"""The learning rate is above the usual ones of its optimizer.

Each family of optimizers has a band of its own, because the size of a step for the same rate
differs. UMLAUT draws one line for all optimizers and so flags the ordinary 0.1 of SGD.
"""

from collections.abc import Mapping

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.rates import stated_rate
from engine.run import Case

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
    band = RATE[stated.family]
    return Finding.stated(
        "learning_rate",
        strength=band.strength(stated.rate),
        text=f"The learning rate is {stated.rate:g} for {stated.optimizer}; "
        f"rates up to {band.normal:g} are usual.",
    )
