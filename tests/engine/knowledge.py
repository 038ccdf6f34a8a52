"""A small knowledge for engine tests: two failures, a look-alike pair, and every kind of
symptom.
"""

from __future__ import annotations

from dataclasses import replace

from engine.knowledge import Check, FailureMode, Indication, Knowledge, Outcome, Symptom
from engine.observe import MEASURED_BY
from engine.words_model.model import TextModel


def symptom(slug, background=0.02, facet=None, importance=4, phrasings=()):
    return Symptom(slug, facet, importance, background, tuple(phrasings))


def failure_mode(slug, *indications, prevalence="common"):
    return FailureMode(slug, prevalence, tuple(Indication(*row) for row in indications))


def check(slug, symptom_slug, cost="minutes"):
    return Check(slug, cost, (Outcome(symptom_slug),))


def knowledge(text_model: TextModel | None = None) -> Knowledge:
    modes = (
        failure_mode(
            "learning-rate-too-high",
            ("loss-oscillates", 4, 4),
            ("loss-diverges", 3, 4),
            ("loss-non-finite", 2, 2),
        ),
        failure_mode(
            "learning-rate-too-low", ("loss-falls-too-slowly", 5, 4), ("loss-oscillates", 0, -4)
        ),
        failure_mode("nan-loss", ("loss-non-finite", 5, 4), ("bad-values-in-inputs", 3, 3)),
    )
    symptoms = (
        symptom(
            "loss-oscillates",
            0.06,
            "course",
            phrasings=("the loss goes up and down", "loss oscillates wildly"),
        ),
        symptom(
            "loss-diverges", 0.01, "course", phrasings=("the loss explodes", "training diverges")
        ),
        symptom("loss-falls-too-slowly", 0.06, "course", phrasings=("the loss falls very slowly",)),
        symptom(
            "loss-non-finite",
            0.005,
            "course",
            phrasings=("the loss is nan", "loss becomes NaN after 3 steps"),
        ),
        symptom("bad-values-in-inputs", 0.01, phrasings=("the inputs hold nan values",)),
        symptom("log-disk-full", 0.0005, importance=5, phrasings=("no space left on device",)),
    )
    described = {item.slug for item in symptoms}
    others = (symptom(slug, importance=1) for slug in MEASURED_BY if slug not in described)
    checks = (
        check("feature-statistics", "bad-values-in-inputs", "seconds"),
        check("learning-rate-sweep", "loss-diverges", "one run"),
    )
    return Knowledge(
        edition="test",
        name="2026.11",
        failure_modes={mode.slug: mode for mode in modes},
        symptoms={item.slug: item for item in (*symptoms, *others)},
        checks={item.slug: item for item in checks},
        metric_names={},
        config_names={},
        text_model=text_model,
    )


def with_edition(content: Knowledge, edition: str, **changes) -> Knowledge:
    return replace(content, edition=edition, **changes)
