"""The distance between training and validation at the end of a run."""

from __future__ import annotations

from dataclasses import dataclass

from engine.observe.measures.rise import loss_of_a_guess
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import any_points, ending, final_level
from engine.observe.measures.task import has_no_task_loss
from engine.run import Case, Series


@dataclass(frozen=True, slots=True)
class Gap:
    """How much worse validation ends than training.

    distance: above 0 where validation is worse; of accuracies as a share of 1, of losses in units
        of the loss of a guess. apart: the same distance without a unit. times: final validation
        loss over the final training loss, 0 for accuracies. text: a sentence with both levels.
    """

    held_out: Series
    distance: float
    apart: float
    times: float
    text: str

    @property
    def is_of_losses(self) -> bool:
        return self.times > 0


def final_gap(case: Case) -> Gap | None:
    """Return the gap of the accuracies, of the losses where an accuracy is missing.

    None without both sides, or where the losses have no unit.
    """
    train = any_points(case, "train_accuracy")
    held_out = any_points(case, "val_accuracy")
    if train is None or held_out is None:
        return _of_losses(case)
    distance = final_level(train.y) - final_level(held_out.y)
    return Gap(
        held_out,
        distance,
        apart=distance,
        times=0.0,
        text=f"Training accuracy ends at {ending(case, train, '.3f')}, "
        f"validation accuracy at {ending(case, held_out, '.3f')}: "
        f"a gap of {distance:+.3f}.",
    )


def _of_losses(case: Case) -> Gap | None:
    train = any_points(case, "train_loss") or any_points(case, "train_loss_step")
    held_out = any_points(case, "val_loss")
    if train is None or held_out is None or has_no_task_loss(case):
        return None
    scale = loss_of_a_guess(case, held_out)
    if scale <= 0:
        return None
    seen, unseen = final_level(train.y), final_level(held_out.y)
    distance = (unseen - seen) / scale
    return Gap(
        held_out,
        distance,
        apart=unseen - seen,
        times=_times(seen, unseen),
        text=f"{train.name} ends at {ending(case, train)}, "
        f"val_loss at {ending(case, held_out)}: "
        f"the gap is {distance:.0%} of the loss of a guess.",
    )


def _times(seen: float, unseen: float) -> float:
    """Return the ratio of two losses; 1, which is no gap, where one is not above 0."""
    if seen <= 0 or unseen <= 0:
        return 1.0
    return ratio(unseen, seen)
