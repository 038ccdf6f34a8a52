"""The score on live inputs is far below the offline score.

Measured as the distance of the live accuracy from the test accuracy, or from the validation
accuracy where no test is recorded. Two samples of a few hundred differ by 0.03 by chance.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import any_points, final_level, last_points
from engine.run import Case

SYMPTOM = "works-offline-fails-live"
DROP = Band(
    0.03,
    0.13,
    source="closed-form",
    note="0.03 is the sampling error of a few hundred samples",
)
OFFLINE = ("test_accuracy", "val_accuracy")


def observe(case: Case) -> Finding | None:
    live = any_points(case, "live_accuracy")
    recorded = (any_points(case, name) for name in OFFLINE)
    offline = next((score for score in recorded if score is not None), None)
    if live is None or offline is None:
        return None
    on_live, before = final_level(live.y), final_level(offline.y)
    return Finding.on(
        last_points(live),
        strength=DROP.strength(before - on_live),
        text=f"{offline.name} ends at {before:.3f}, live_accuracy at {on_live:.3f}.",
    )
