"""Generator and discriminator losses hover or swing and do not fall, and the samples get better."""

from __future__ import annotations

from engine.observe.measures.series import curve, final_level, part
from engine.observe.measures.stated import number
from engine.observe.normal.movement import Movement, movement
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.observe.normal.samples import sample_progress
from engine.run import Case

FALL = 0.9  # of the first level: losses that end above it do not fall
NEAR_ZERO = 0.05  # cross-entropy of the discriminator
NEARLY_ALL = 0.99  # accuracy of the discriminator
SPREAD = "sample_diversity"  # of samples, as a share of that of real data
LEAST_SPREAD = 0.3
LEAST_ORDINARY, MOST_ORDINARY = 0.7, 1.3
MOST_KINDS = 0.5  # of the kinds of the data: fewer are a loss of variety

PAGE = Page(
    "gan-loss-balance",
    Boundary(
        "Samples get better, and the discriminator stays above a cross-entropy of 0.05 or below "
        "an accuracy of 99%.",
        "gan-discriminator-dominance",
    ),
)
VARIETY = Boundary(
    "The spread of the samples stays above 0.3 of that of real data, and they cover more than half "
    "of its kinds.",
    "mode-collapse",
)


def read(case: Case) -> NormalPattern:
    discriminator = movement(case, "d_loss")
    generator = movement(case, "g_loss")
    if discriminator is None or generator is None:
        return PAGE.not_measured("The losses of generator and discriminator are not recorded.")
    text = f"{discriminator.text} and {generator.text}."
    if _dominates(case, discriminator):
        return PAGE.broken(text, discriminator.series)
    if max(discriminator.times, generator.times) < FALL:
        return PAGE.not_shown(f"{text} Both fall.")
    lost = _lost_variety(case)
    if lost:
        return PAGE.broken(f"{text} {lost}", generator.series, VARIETY)
    return _by_samples(
        case,
        discriminator,
        text,
    )


def _by_samples(
    case: Case,
    discriminator: Movement,
    text: str,
) -> NormalPattern:
    """Return the answer by what is drawn from the generator."""
    losses = discriminator.series
    score = sample_progress(case)
    if score is None:
        text = f"{text} No score of samples is logged."
        return PAGE.not_measured(text, losses)
    text = f"{text} {score.moved.text}."
    spread = movement(case, SPREAD)
    if spread is not None:
        text = f"{text} {spread.text}."
        if not LEAST_ORDINARY <= spread.last <= MOST_ORDINARY:
            return PAGE.not_measured(text, losses)
    if score.improves:
        return PAGE.holds(text, losses)
    text = f"{text} The samples do not get better."
    return PAGE.not_measured(text, losses)


def _dominates(case: Case, discriminator: Movement) -> bool:
    """Return whether the discriminator tells all samples from real data in the second half."""
    half = len(discriminator.series) // 2
    later = part(discriminator.series, half)
    if final_level(later.y) >= NEAR_ZERO:
        return False
    accuracies = [curve(case, name) for name in ("d_real_accuracy", "d_fake_accuracy")]
    known = [final_level(each.y) for each in accuracies if each is not None]
    return min(known, default=1.0) > NEARLY_ALL


def _lost_variety(case: Case) -> str:
    """Return a sentence where the samples have lost their variety; else nothing."""
    spread = movement(case, SPREAD)
    if spread is not None and spread.last < LEAST_SPREAD:
        return f"{spread.text}."
    covered = movement(case, "modes_covered")
    kinds = number(case, "n_modes")
    if covered is None or not kinds:
        return ""
    if covered.last < MOST_KINDS * kinds:
        return f"The samples cover {covered.last:.3g} of {kinds:.0f} kinds."
    return ""
