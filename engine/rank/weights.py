"""The few global numbers of the ranking.

Temperature, absence and the weights of the text channels were chosen on the development benchmark
(benchmarks/fit.py and benchmarks/README.md); scales, priors and thresholds are judgement, checked
on it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)  # hashed many times in each diagnosis
class Weights:
    temperature: float = 0.8
    absence: float = 0.9  # an expected symptom that was measured and is not there
    contra: float = 0.7  # nats per step of a contra-indication's strength
    text_model: float = 0.5  # on log P(mode | text) relative to a uniform guess
    planned_prevalence: float = 0.5  # of a planned entry, beside a written one
    contradicted: float = 0.25  # share of the words for an entry whose signs are all absent
    direct: float = 5.0  # nats, on what points to an entry without a symptom between
    told_in_text: float = 0.4  # on symptoms that were understood from free text
    prior_healthy_run: float = 0.4  # when nobody says that something is wrong
    prior_healthy_told: float = 0.05  # when somebody writes in for help
    prior_something_else: float = 0.08
    leak: float = 0.02  # chance of any symptom under a failure that has no entry
    report_failure: float = 0.65  # all failures together must reach this to be reported
    report_mode: float = 0.5  # and a failure mode this
    report_backed: float = 0.15  # or this, where something measured or a message speaks for it
    backing: float = 1.0  # nats, from which on a measurement or a message speaks for an entry
    normal_words: float = 0.2  # share of one normal page among all classes, from words alone
    normal_left: float = 0.1  # share of all normal pages, up to which a question tells of a failure
    chatter: float = 0.5  # share of chatter, from which on a statement reports nothing
    planned_words: float = 0.7  # share of all planned entries together
    # and healthy this; many entries cannot be excluded by curves and keep part of their prior
    healthy: float = 0.4


WEIGHTS = Weights()
