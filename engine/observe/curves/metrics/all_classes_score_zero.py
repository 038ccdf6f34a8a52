"""Precision, recall or average precision is zero throughout.

Measured on each of these scores that is recorded, after the first fifth of the run: a detector from
scratch may score zero in its first epochs. All of them must be exactly 0; if one class scores, it
is the sign of a rare class.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import finite_part, part, recorded
from engine.run import Case

SYMPTOM = "all-classes-score-zero"
SHARE = Band(
    0.6,
    0.95,
    source="judgment",
    note="of the evaluations after the first fifth at which all recorded scores are exactly 0",
)
SCORES = ("val_map", "val_iou", "val_f1", "val_recall", "val_precision")
LEAST_POINTS = 4
EARLY = 5


def observe(case: Case) -> Finding | None:
    scores = [finite_part(score) for score in recorded(case, SCORES)]
    long = [score for score in scores if len(score) >= LEAST_POINTS]
    if not long:
        return None
    late = [part(score, len(score) // EARLY) for score in long]
    share = min(float((score.y == 0).mean()) for score in late)
    return Finding.on(
        late[0],
        strength=SHARE.strength(share),
        text=f"After the first fifth {', '.join(score.name for score in late)} "
        f"{_verb(len(late))} exactly 0 at {share:.0%} of the evaluations.",
    )


def _verb(count: int) -> str:
    return "is" if count == 1 else "are"
