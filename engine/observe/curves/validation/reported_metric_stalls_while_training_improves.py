"""Training keeps improving while the reported validation metric falls or stands still.

Judged over the second half of the run on means of neighbors: the training score rises, or its loss
falls; the validation score gains less than a third of what training gains; and it ends well below
training. A model that has learned all there is on both sides has nothing left to gain.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.reported import reported_score
from engine.observe.measures.robust import median
from engine.observe.measures.series import curve, final_level, last_points
from engine.run import Case, Floats

SYMPTOM = "reported-metric-stalls-while-training-improves"
WRONG_LEFT = Band(
    0.9,
    0.6,
    source="judgment",
    note="share of the training errors, or of the training loss, of the first third that is left "
    "at the end",
)
GAIN = Band(
    0.6,
    0.2,
    source="judgment",
    note="gain of the validation score over that of the training score",
)
GAP = Band(
    0.1,
    0.2,
    source="healthy-runs",
    note="by which the validation score ends below the training score; "
    "up to 0.13 in healthy recorded runs whose training score still rises",
)
LEAST_POINTS = 8
LEAST_WRONG = 0.01  # share of errors


def observe(case: Case) -> Finding | None:
    held_out = reported_score(case, LEAST_POINTS)
    if held_out is None:
        return None
    train = curve(case, held_out.name.replace("val_", "train_"))
    if train is None or len(train) < LEAST_POINTS:
        return None
    before, after = _thirds(train.y)
    held_before, held_after = _thirds(held_out.y)
    left = _left(before, after)
    gain = (held_after - held_before) / max(after - before, 0.01)
    return Finding.on(
        last_points(held_out),
        strength=min(
            WRONG_LEFT.strength(left),
            GAIN.strength(gain),
            GAP.strength(after - held_after),
        ),
        text=f"From the first third to the end {train.name} goes from {before:.3f} to "
        f"{after:.3f} and {held_out.name} from {held_before:.3f} to {held_after:.3f}.",
    )


def _thirds(values: Floats) -> tuple[float, float]:
    """Return the level around the first third, and that of the end."""
    third = len(values) // 3
    return median(values[max(third - 1, 0) : third + 2]), final_level(values)


def _left(before: float, after: float) -> float:
    """Return the share of the errors of the first third that is left at the end.

    Fewer errors than one in a hundred are not told apart: from there nothing is left to improve.
    """
    return max(1 - after, LEAST_WRONG) / max(1 - before, LEAST_WRONG)
