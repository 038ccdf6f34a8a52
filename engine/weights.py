"""The few global numbers of the ranking.

Temperature, absence and the weights of the text channels were chosen on the development benchmark
(benchmarks/fit.py and benchmarks/README.md); scales, priors and thresholds are judgement, checked on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Frequency scale 1-5 (rarely, sometimes, often, usually, nearly always) as a probability: QMR-DT's coarse
# scale, slightly softened; such maps are known to matter little (Pradhan and others, 1996).
FREQUENCY: Mapping[int, float] = {1: 0.05, 2: 0.2, 3: 0.5, 4: 0.8, 5: 0.97}

# Evoking strength 0-5: how much of the log likelihood ratio of a seen symptom counts for this entry rather
# than for any other.
EVOKING: Mapping[int, float] = {0: 0.15, 1: 0.4, 2: 0.7, 3: 1.0, 4: 1.3, 5: 1.7}

PREVALENCE: Mapping[str, float] = {"common": 3.0, "occasional": 2.0, "rare": 1.0}


@dataclass(frozen=True, slots=True)
class Weights:
    temperature: float = 1.2
    absence: float = 0.5  # an expected symptom that was measured and is not there
    contra: float = 0.7  # nats per step of a contra-indication's strength
    text_model: float = 1.4  # on log P(mode | text) relative to a uniform guess
    text_something_else: float = 0.5  # the same for failures without an entry
    told_in_text: float = 0.4  # on symptoms that were understood from free text
    prior_healthy_run: float = 0.4  # when nobody says that something is wrong
    prior_healthy_told: float = 0.05  # when somebody writes in for help
    prior_something_else: float = 0.08
    leak: float = 0.02  # chance of any symptom under a failure that has no entry
    report_failure: float = 0.65  # all failures together must reach this to be reported
    report_mode: float = 0.15  # and a failure mode this
    healthy: float = 0.4  # and healthy this; many entries cannot be excluded by curves and keep part of their prior


WEIGHTS = Weights()
