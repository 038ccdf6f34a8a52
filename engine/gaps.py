"""What could not be seen from what was given, and what to add so that it can be."""

from __future__ import annotations

from dataclasses import dataclass

from engine.run import Case, Series

LEAST_POINTS = 5  # of a curve, from which on its course can be judged


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of input. starts: how the canonical names of its curves begin. unseen: what stays
    hidden without it. add: what to give.
    """

    starts: tuple[str, ...]
    unseen: str
    add: str


TRAINING = Gap(
    ("train_loss", "train_", "d_loss", "g_loss", "recon_loss", "policy_loss", "reward"),
    "whether training itself works: no curve of the training loss was read",
    "the training loss of each step or epoch, as the run logs it",
)
VALIDATION = Gap(
    ("val_",),
    "overfitting and faults of the evaluation: no curve on validation data was read",
    "the loss or score on validation data, beside the training loss",
)
GRADIENTS = Gap(
    ("grad_norm",),
    "where gradients vanish or explode: no gradient norm was read",
    "the gradient norm of each step",
)
TEST = Gap(
    ("test_", "live_"),
    "leakage, a test set that is too easy, and data that shifts: these leave no trace in the "
    "curves of training and validation",
    "a score on data that nobody has tuned on",
)
GAPS = (TRAINING, VALIDATION, GRADIENTS, TEST)
SETTINGS_UNSEEN = "settings out of their usual range: no configuration was read"
ADD_SETTINGS = "the settings of the run: learning rate, batch size, optimizer, precision"
ADD_WORDS = "what you expected and what you see instead, in a sentence"
ADD_END_OF_LOG = "the lines around the first message of an error, from the start of the traceback"


def not_seen(case: Case) -> tuple[str, ...]:
    """Return what could not be seen from this input, a clause each."""
    unseen = [gap.unseen for gap in GAPS if not _is_given(gap, case)]
    if not case.config:
        unseen.append(SETTINGS_UNSEEN)
    return tuple(unseen)


def to_add(case: Case) -> tuple[str, ...]:
    """Return what to give next, what tells most first."""
    wanted = [gap.add for gap in (TRAINING, VALIDATION) if not _is_given(gap, case)]
    if not case.config:
        wanted.append(ADD_SETTINGS)
    if not case.description.strip():
        wanted.append(ADD_WORDS)
    if not _is_given(GRADIENTS, case):
        wanted.append(GRADIENTS.add)
    if case.log and not case.series:
        wanted.append(ADD_END_OF_LOG)
    return tuple(wanted)


def _is_given(gap: Gap, case: Case) -> bool:
    return any(
        name.startswith(gap.starts) and _is_curve(curve) for name, curve in case.series.items()
    )


def _is_curve(curve: Series) -> bool:
    return len(curve) >= LEAST_POINTS
