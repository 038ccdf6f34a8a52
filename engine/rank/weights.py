"""The few global numbers of the ranking.

Temperature, absence and the weights of the text channels were chosen on the development benchmark
(benchmarks/fit.py and benchmarks/README.md); scales, priors and thresholds are judgement, checked
on it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    temperature: float = 0.8
    absence: float = 0.9  # an expected symptom that was measured and is not there
    contra: float = 0.7  # nats per step of a contra-indication's strength
    text_model: float = 1.0  # on log P(mode | text) relative to a uniform guess
    text_something_else: float = 0.5  # the same for failures without an entry
    told_in_text: float = 0.4  # on symptoms that were understood from free text
    prior_healthy_run: float = 0.4  # when nobody says that something is wrong
    prior_healthy_told: float = 0.05  # when somebody writes in for help
    prior_something_else: float = 0.08
    leak: float = 0.02  # chance of any symptom under a failure that has no entry
    report_failure: float = 0.65  # all failures together must reach this to be reported
    report_mode: float = 0.15  # and a failure mode this
    # and healthy this; many entries cannot be excluded by curves and keep part of their prior
    healthy: float = 0.4


WEIGHTS = Weights()
