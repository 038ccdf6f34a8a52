"""After a fast start the denoising loss is flat, and the samples get better."""

from __future__ import annotations

from engine.observe.measures.run import train_loss
from engine.observe.measures.series import part
from engine.observe.normal.about import states
from engine.observe.normal.movement import Movement, movement_of
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.samples import sample_progress
from engine.run import Case

OF_ZERO = 0.8  # of the loss of predicting zero, which is 1 for noise of unit variance
OTHER_SCALE = 1.5  # a loss that begins above it is not of noise of unit variance
FLAT = 0.2  # of the level at the middle of the run: the loss falls by less in the second half
KINDS = ("diffusion", "ddpm", "denoising", "flow_matching", "score_based")

PAGE = Page(
    "flat-diffusion-loss",
    Boundary(
        "The loss ends more than 20% below that of predicting zero, 1 for noise of unit variance, "
        "and samples from the same noise get better.",
        "diffusion-schedule-error",
    ),
)


def read(case: Case) -> NormalPattern:
    loss = train_loss(case)
    if loss is None or not _is_diffusion(case):
        return PAGE.not_measured("No loss of a diffusion model is recorded.")
    late = movement_of(part(loss, len(loss) // 2))
    whole = movement_of(loss)
    if late is None or whole is None:
        return PAGE.not_measured("The loss of the diffusion model has too few points.")
    text = f"{whole.text}, in the second half from {late.first:.3g}."
    if whole.last > OF_ZERO * _zero(whole):
        return PAGE.broken(text, late.series)
    if late.times < 1 - FLAT:
        return PAGE.not_shown(f"{text} The loss still falls.")
    return _by_samples(case, late, text)


def _by_samples(
    case: Case,
    late: Movement,
    text: str,
) -> NormalPattern:
    score = sample_progress(case)
    if score is None:
        return PAGE.not_measured(f"{text} No score of samples is logged.", late.series)
    text = f"{text} {score.moved.text}."
    if score.improves:
        return PAGE.holds(text, late.series)
    return PAGE.broken(text, score.moved.series)


def _zero(whole: Movement) -> float:
    """Return the loss of predicting zero: 1, or the first loss where the scale is another one."""
    return whole.first if whole.first > OTHER_SCALE else 1.0


def _is_diffusion(case: Case) -> bool:
    if states(case, *KINDS):
        return True
    return any("timestep_bin" in name for name in case.layers)
