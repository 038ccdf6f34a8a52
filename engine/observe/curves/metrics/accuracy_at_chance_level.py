"""The accuracy is no better than always naming the largest class.

Measured as the best level that the accuracy keeps, 0 for the largest class and 1 for perfect. A
few hundred validation samples scatter by 0.05. Where the number of classes is not known, the
accuracy and the loss must both be those of a guess.
"""

from engine.evidence import Finding
from engine.observe.measures.agreement import guess_among
from engine.observe.measures.band import Band
from engine.observe.measures.guess import guessing_accuracy, guessing_accuracy_held_out
from engine.observe.measures.series import curve, ending, final_level
from engine.observe.measures.skill import validation_skill
from engine.observe.measures.stated import has_chosen_threshold
from engine.run import Case, Series

SYMPTOM = "accuracy-at-chance-level"
SKILL = Band(
    0.25,
    0.06,
    source="healthy-runs",
    note="0 for a guess, 1 for perfect; a few hundred validation samples scatter by 0.05",
)
AGREED, NEAR = 0.8, 0.65  # strengths where the loss says that it is a guess, exactly or nearly


def observe(case: Case) -> Finding | None:
    accuracy = curve(case, "val_accuracy")
    guess = guessing_accuracy_held_out(case)
    if accuracy is None:
        accuracy = curve(case, "train_accuracy")
        guess = guessing_accuracy(case)
    if guess is None:
        return _agreed(case)
    if accuracy is None or guess >= 1:
        return None
    return Finding.on(
        accuracy,
        strength=SKILL.strength(_skill(case, accuracy, guess)),
        text=f"{accuracy.name} ends at {ending(case, accuracy, '.3f')}; "
        f"always naming the largest class gives {guess:.3f}.",
    )


def _agreed(case: Case) -> Finding | None:
    agreement = guess_among(case)
    if agreement is None or has_chosen_threshold(case):
        return None
    accuracy, loss = agreement.accuracy, agreement.loss
    strength = AGREED if agreement.is_exact else NEAR
    return Finding.on(
        accuracy,
        strength=strength,
        text=f"{accuracy.name} ends at {final_level(accuracy.y):.3g} and {loss.name} at "
        f"{final_level(loss.y):.4g}, as for a guess among {agreement.classes} classes.",
    )


def _skill(case: Case, accuracy: Series, guess: float) -> float:
    """Return the kept skill on validation data, and the final one on training data."""
    skill = validation_skill(case)
    if skill is not None and skill[1] == accuracy.name:
        return skill[0]
    return (final_level(accuracy.y) - guess) / (1 - guess)
