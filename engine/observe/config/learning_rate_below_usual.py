"""The learning rate is below the usual ones of its optimizer.

Each family of optimizers has a band of its own, because the size of a step for the same rate
differs. Pre-trained networks are commonly tuned at 1e-5 to 5e-5 under Adam, so the band of a
pre-trained network lies lower.
"""

from collections.abc import Mapping

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.rates import stated_rate
from engine.observe.measures.stated import is_pretrained
from engine.run import Case

SYMPTOM = "learning-rate-below-usual"
FINE_TUNING = 0.05  # factor on both bounds for a pre-trained network


def _band(usual: float, below: float) -> Band:
    return Band(
        usual,
        below,
        log=True,
        source="judgment",
        compare=("umlaut", "deepdiagnosis", "bert"),
        note="UMLAUT: 1e-7, DeepDiagnosis: 1e-5, for every optimizer; "
        "BERT is tuned at 2e-5 to 5e-5",
    )


RATE: Mapping[str, Band] = {
    "sgd": _band(5e-4, 2e-5),
    "adam": _band(5e-5, 3e-6),
    "adagrad": _band(1e-3, 1e-5),
    "adadelta": _band(1e-2, 1e-4),
    "lion": _band(1e-5, 1e-7),
}


def observe(case: Case) -> Finding | None:
    stated = stated_rate(case)
    if stated is None or not stated.family:
        return None
    band = RATE[stated.family]
    if is_pretrained(case):
        band = band.scaled(FINE_TUNING)
    return Finding.stated(
        "learning_rate",
        strength=band.strength(stated.rate),
        text=f"The learning rate is {stated.rate:g} for {stated.optimizer}; "
        f"rates from {band.normal:g} on are usual.",
    )
