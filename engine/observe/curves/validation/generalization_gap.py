"""Validation ends worse than training.

Measured as the distance of the two accuracies at the end, or of the two losses where an accuracy
is missing. Healthy runs on small data reach a gap of 0.09 in accuracy.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.rise import loss_of_a_guess
from engine.observe.measures.series import any_points, ending, final_level, last_points
from engine.observe.measures.task import has_no_task_loss
from engine.run import Case

SYMPTOM = "generalization-gap"
ACCURACY_GAP = Band(
    0.05,
    0.22,
    source="healthy-runs",
    compare=("autotrainer", "default", "deepchecks"),
    note="up to 0.09 in healthy recorded runs on small data; "
    "AUTOTRAINER: 0.07 to 0.10, DEFault: 0.10, deepchecks: 10 % of the score",
)
LOSS_GAP = Band(
    0.08,
    0.5,
    source="judgment",
    note="as a share of the loss of a guess",
)


def observe(case: Case) -> Finding | None:
    train = any_points(case, "train_accuracy")
    held_out = any_points(case, "val_accuracy")
    if train is None or held_out is None:
        return _loss_gap(case)
    seen, unseen = final_level(train.y), final_level(held_out.y)
    gap = seen - unseen
    return Finding.on(
        last_points(held_out),
        strength=ACCURACY_GAP.strength(gap),
        text=f"Training accuracy ends at {ending(case, train, '.3f')}, "
        f"validation accuracy at {ending(case, held_out, '.3f')}: "
        f"a gap of {gap:+.3f}.",
    )


def _loss_gap(case: Case) -> Finding | None:
    train = any_points(case, "train_loss") or any_points(case, "train_loss_step")
    held_out = any_points(case, "val_loss")
    if train is None or held_out is None or has_no_task_loss(case):
        return None
    scale = loss_of_a_guess(case, held_out)
    if scale <= 0:
        return None
    seen, unseen = final_level(train.y), final_level(held_out.y)
    gap = (unseen - seen) / scale
    return Finding.on(
        last_points(held_out),
        strength=LOSS_GAP.strength(gap),
        text=f"{train.name} ends at {ending(case, train)}, "
        f"val_loss at {ending(case, held_out)}: "
        f"the gap is {gap:.0%} of the loss of a guess.",
    )
