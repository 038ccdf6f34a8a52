import math

from engine.evidence import Finding
from engine.observe.config import regularization_strong
from engine.observe.facts import curve, span, tail, train_loss, validation_loss
from engine.observe.robust import logistic, median, ratio
from engine.observe.settings import n_classes, number
from engine.run import Case, Series

SYMPTOM = "loss-floor-above-zero"
# A softmax fed with probabilities cannot reach less than ln(e + K - 1) - 1 per right answer (one
# logit 1, the others 0), and one more per wrong answer: closed form. Label smoothing of 0.1 has a
# floor of a third to a half of it.
FAR, NEAR = 0.3, 0.12  # distance from that line, as a share of the floor
# Ordinary cross-entropy crosses the line too, so the loss is also held against one that its answers
# can explain: sure to the degree that they are right, the entropy H(a) + (1 - a) ln(K - 1). Own:
# recorded runs with the fault lie at 1.5 times it and above.
EXPLAINED, UNEXPLAINED = 1.15, 1.4
HELD_BACK = (
    0.5  # the most it says under strong weight decay, which keeps the probabilities soft as well
)
FALLING, SETTLED = 0.3, 0.08
LOW, FLOOR_LIKE = (
    0.15,
    0.45,
)  # without a number of classes: loss that accuracy near 1 does not explain
NEARLY_ALL = 0.9, 0.98


def observe(case: Case) -> Finding | None:
    pair = _loss_and_accuracy(case)
    if pair is None or case.config.get("task") == "regression":
        return None
    loss, accuracy = pair
    if number(case, "label_smoothing"):
        return Finding(0.0, "Label smoothing sets a floor of its own.", f"metrics.{loss.name}")
    final, right, classes = tail(loss.y), tail(accuracy.y), n_classes(case)
    strength, floor = (
        _without_classes(final, right) if classes is None else _with_classes(final, right, classes)
    )
    strength = min(strength, logistic(ratio(_still_falling(loss), final), FALLING, SETTLED))
    if _strongly_regularized(case):
        strength = min(strength, HELD_BACK)
    text = f"{loss.name} ends at {final:.3g} with {right:.1%} of the answers right{floor}."
    return Finding(strength, text, f"metrics.{loss.name}", span(loss, -min(len(loss), 10)))


def _loss_and_accuracy(case: Case) -> tuple[Series, Series] | None:
    for loss, name in (
        (train_loss(case), "train_accuracy"),
        (validation_loss(case), "val_accuracy"),
    ):
        accuracy = curve(case, name)
        if loss is not None and accuracy is not None:
            return loss, accuracy
    return None


def _strongly_regularized(case: Case) -> bool:
    stated = regularization_strong.observe(case)
    return stated is not None and stated.strength >= HELD_BACK


def _still_falling(loss: Series) -> float:
    """Fall from the second third of the run to its end."""
    third = len(loss) // 3
    return median(loss.y[third : max(2 * third, third + 1)]) - tail(loss.y)


def _with_classes(final: float, right: float, classes: int) -> tuple[float, str]:
    floor = math.log(math.e + classes - 1) - 1
    distance = abs(final - (floor + 1 - right)) / floor
    explained = _entropy_of_answers(right, classes)
    strength = min(
        logistic(distance, FAR, NEAR),
        logistic(ratio(final, explained), EXPLAINED, UNEXPLAINED, log=True),
    )
    return strength, (
        f", which would explain {explained:.3g}; "
        f"the floor of a softmax fed with probabilities is {floor:.3g} for {classes} classes"
    )


def _entropy_of_answers(right: float, classes: int) -> float:
    """The loss of a model that gives each of its answers the probability with which they are
    right.
    """
    wrong = 1 - right
    terms = [share * math.log(share) for share in (right, wrong) if 0 < share < 1]
    return wrong * math.log(classes - 1) - sum(terms)


def _without_classes(final: float, right: float) -> tuple[float, str]:
    return min(logistic(final, LOW, FLOOR_LIKE), logistic(right, *NEARLY_ALL)), ""
