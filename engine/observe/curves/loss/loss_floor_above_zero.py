"""The loss stays near the floor of a softmax that is fed with probabilities.

A softmax over probabilities cannot go below ln(e + K - 1) - 1 for a right answer (one input is 1,
the others 0), and costs one more for a wrong answer. Ordinary cross-entropy crosses that line too,
so the loss is also compared with one that its answers explain: the entropy of a model that is as
sure as it is right. Without a number of classes, a high loss with nearly all answers right counts.
Without any accuracy a loss counts, and less, that begins near ln K and comes to rest on the floor
for the same K, together with the validation loss, without going below it.
A loss that still falls has not reached its floor. Label smoothing has a floor of its own and rules
the finding out; other strong regularization keeps probabilities soft as well and limits it.
"""

import math
from dataclasses import dataclass

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.regularization import is_strongly_regularized
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.run import train_loss, validation_loss
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.observe.measures.softmax_floor import at_softmax_floor, softmax_floor
from engine.observe.measures.stated import is_regression, n_classes, number
from engine.run import Case, Series

SYMPTOM = "loss-floor-above-zero"
DISTANCE = Band(
    0.3,
    0.12,
    source="closed-form",
    note="from the line, as a share of the floor; "
    "label smoothing of 0.1 has a floor of 0.3 to 0.5 of it for 4 to 10 classes",
)
UNEXPLAINED = Band(
    1.15,
    1.4,
    log=True,
    source="healthy-runs",
    note="loss over the one that its answers explain; "
    "1.5 and above in recorded runs with the fault",
)
FALLING = Band(
    0.3,
    0.08,
    source="judgment",
    note="fall since the second third, as a share of the final loss",
)
HIGH_LOSS = Band(
    0.15,
    0.45,
    source="judgment",
    note="final loss, where the number of classes is not known",
)
NEARLY_ALL = Band(
    0.9,
    0.98,
    source="judgment",
    note="accuracy that should go with a low loss",
)
HELD_BACK = 0.5  # the most under strong regularization
BY_LOSSES = 0.75  # strength where no accuracy is recorded


@dataclass(frozen=True, slots=True)
class Floor:
    """How surely a loss is at a floor, with the end of the sentence that says why."""

    strength: float
    text: str = ""


def observe(case: Case) -> Finding | None:
    pair = _loss_and_accuracy(case)
    if is_regression(case):
        return None
    if pair is None:
        return _by_losses_alone(case)

    loss, accuracy = pair
    if number(case, "label_smoothing"):
        text = "Label smoothing sets a floor of its own."
        return Finding.about(loss.name, strength=0.0, text=text)

    final = final_level(loss.y)
    right = final_level(accuracy.y)
    floor = _floor(final, right, n_classes(case))
    falling = ratio(_late_fall(loss), final)
    strength = min(floor.strength, FALLING.strength(falling))
    if is_strongly_regularized(case):
        strength = min(strength, HELD_BACK)
    return Finding.on(
        last_points(loss),
        strength=strength,
        text=f"{loss.name} ends at {ending(case, loss)} "
        f"with {right:.1%} of the answers right{floor.text}.",
    )


def _by_losses_alone(case: Case) -> Finding | None:
    """Return a finding about losses at the floor; None where they are at none or that is stated."""
    rest = at_softmax_floor(case)
    if rest is None or number(case, "label_smoothing") or is_strongly_regularized(case):
        return None
    return Finding.on(
        rest.loss,
        strength=BY_LOSSES,
        text=f"{rest.loss.name} begins near the loss of a guess among {rest.classes} classes and "
        f"stays at {final_level(rest.loss.y):.3g}; the floor of a softmax fed with probabilities "
        f"is {rest.floor:.3g} for as many.",
    )


def _loss_and_accuracy(case: Case) -> tuple[Series, Series] | None:
    """Return the training curves; the validation curves where one of those is missing."""
    train = train_loss(case), curve(case, "train_accuracy")
    held_out = validation_loss(case), curve(case, "val_accuracy")
    for loss, accuracy in (train, held_out):
        if loss is not None and accuracy is not None:
            return loss, accuracy
    return None


def _late_fall(loss: Series) -> float:
    """Return the fall from the second third of the run to its end."""
    third = len(loss) // 3
    middle = loss.y[third : max(2 * third, third + 1)]
    return median(middle) - final_level(loss.y)


def _floor(final: float, right: float, classes: int | None) -> Floor:
    if classes is None:
        return Floor(min(HIGH_LOSS.strength(final), NEARLY_ALL.strength(right)))
    return _softmax_floor(final, right, classes)


def _softmax_floor(final: float, right: float, classes: int) -> Floor:
    floor = softmax_floor(classes)
    distance = abs(final - (floor + 1 - right)) / floor
    explained = _entropy_of_answers(right, classes)
    unexplained = ratio(final, explained)
    strength = min(DISTANCE.strength(distance), UNEXPLAINED.strength(unexplained))
    return Floor(
        strength,
        f", which would explain {explained:.3g}; "
        f"the floor of a softmax fed with probabilities is {floor:.3g} for {classes} classes",
    )


def _entropy_of_answers(right: float, classes: int) -> float:
    """Return the loss of a model whose probability of each answer is the accuracy."""
    wrong = 1 - right
    terms = [share * math.log(share) for share in (right, wrong) if 0 < share < 1]
    return wrong * math.log(classes - 1) - sum(terms)
