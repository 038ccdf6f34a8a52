"""The loss is below zero, and nothing bounds this kind of loss there."""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.curves.loss import loss_negative
from engine.observe.curves.validation import validation_loss_turns_up
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import curve, final_level, recorded
from engine.observe.measures.task import has_no_guess
from engine.observe.normal.about import states
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Series
from engine.scales import CERTAIN

ROUNDING = loss_negative.ROUNDING
RISE = validation_loss_turns_up.RISE.middle  # of the fall of the held-out loss, above its minimum
UNBOUNDED = (
    "density",
    "flow",
    "gaussian_nll",
    "mixture_density",
    "elbo",
    "cosine",
    "similarity",
    "si_sdr",
    "sisdr",
    "si_snr",
    "wasserstein",
    "wgan",
    "critic",
)

PAGE = Page(
    "negative-loss-values",
    Boundary(
        "The held-out loss ends near its minimum: above it by less than 15% of its fall.",
        "overfitting",
    ),
)
BOUNDED = Boundary(
    "The loss has no bound at 0, other than cross-entropy, squared and absolute errors.",
    "label-loss-mismatch",
)


def read(case: Case) -> NormalPattern:
    losses = [loss for loss in recorded(case, loss_negative.LOSSES) if len(loss.finite)]
    if not losses:
        return PAGE.not_measured("No loss is recorded.")
    loss = _negative(losses)
    if loss is None:
        return PAGE.not_shown("No recorded loss is negative.")
    text = f"{loss.name} goes down to {loss.finite.min():.3g}."
    if _is_bounded(loss_negative.observe(case)):
        return PAGE.broken(text, loss, BOUNDED)
    if not _is_unbounded(case):
        return PAGE.not_measured(f"{text} The kind of the loss is not stated.", loss)
    held_out = curve(case, "val_loss")
    if held_out is None or len(held_out) < LEAST_POINTS:
        return PAGE.not_measured(f"{text} No held-out loss is recorded.", loss)
    return _by_held_out_loss(held_out, text)


def _by_held_out_loss(held_out: Series, text: str) -> NormalPattern:
    lowest = float(held_out.y.min())
    end = final_level(held_out.y)
    fall = float(held_out.y[0]) - lowest
    text = f"{text} val_loss is {lowest:.3g} at its lowest and {end:.3g} at the end."
    if fall <= 0:
        return PAGE.not_measured(f"{text} It does not fall.", held_out)
    if ratio(end - lowest, fall) < RISE:
        return PAGE.holds(text, held_out)
    return PAGE.broken(text, held_out)


def _negative(losses: list[Series]) -> Series | None:
    """Return the first loss that goes below zero by more than rounding."""
    below = (loss for loss in losses if loss.finite.min() < ROUNDING)
    return next(below, None)


def _is_bounded(finding: Finding | None) -> bool:
    """Return whether the detector is certain that the loss cannot be negative."""
    return finding is not None and finding.strength >= CERTAIN


def _is_unbounded(case: Case) -> bool:
    return has_no_guess(case) or states(case, *UNBOUNDED)
