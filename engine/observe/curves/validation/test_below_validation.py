"""The test score ends below the validation score.

Measured on the first score that both have. Two samples of a few hundred differ by 0.03 by chance.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.run import Case, Series

SYMPTOM = "test-below-validation"
DROP = Band(
    0.03,
    0.13,
    source="closed-form",
    compare=("deepchecks",),
    note="0.03 is the sampling error of a few hundred samples; "
    "deepchecks: 10 % below the score on the training data",
)
SCORES = ("accuracy", "r2", "f1", "auc")


def observe(case: Case) -> Finding | None:
    for score in SCORES:
        test = curve(case, f"test_{score}")
        held_out = curve(case, f"val_{score}")
        if test is not None and held_out is not None:
            return _drop(case, test, held_out)
    return None


def _drop(case: Case, test: Series, held_out: Series) -> Finding:
    on_test = final_level(test.y)
    on_validation = final_level(held_out.y)
    drop = on_validation - on_test
    return Finding.on(
        last_points(test),
        strength=DROP.strength(drop),
        text=f"{held_out.name} ends at {ending(case, held_out, '.3f')}, "
        f"{test.name} at {ending(case, test, '.3f')} ({-drop:+.3f}).",
    )
