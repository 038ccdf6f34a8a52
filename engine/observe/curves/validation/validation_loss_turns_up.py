import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, onset_phase, span, tail, train_loss, validation_loss
from engine.observe.learned import chance_loss
from engine.observe.robust import logistic, median, ratio
from engine.run import Case, Series

SYMPTOM = "validation-loss-turns-up"
# Rise of the final validation loss over its minimum as a share of the loss of a guess (or of the
# first loss). UMLAUT asks for one rising epoch, SageMaker for a gap of 10 %; own: healthy recorded
# runs end within 4 %.
NORMAL_RISE, ABNORMAL_RISE = 0.05, 0.25
SLIGHT_RISE, DROP = (
    (0.02, 0.1),
    (0.06, 0.2),
)  # enough together: a rise of the loss and a fall of the accuracy
NORMAL_DROP, ABNORMAL_DROP = (
    0.05,
    0.16,
)  # in accuracy; own: healthy recorded runs end within 0.05 of their best
STILL, FALLING = 0.02, 0.15  # relative fall of the training loss after that minimum
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    loss, held_out = train_loss(case), validation_loss(case)
    if loss is None or held_out is None or min(len(loss), len(held_out)) < LEAST_POINTS:
        return None
    lowest = int(np.argmin(held_out.y))
    minimum, final = float(held_out.y[lowest]), tail(held_out.y)
    scale = chance_loss(case) or float(held_out.y[0])
    rise = ratio(final - minimum, max(abs(scale), minimum))
    drop = _drop_of_accuracy(case)
    fall = _fall_after(loss, float(held_out.x[lowest]))
    text = (
        f"val_loss is lowest at {held_out.x_name} {held_out.x[lowest]:g} ({minimum:.3g}) and "
        f"ends at {final:.3g}, "
        f"while {loss.name} goes on from there by {-fall:+.0%}."
    )
    if drop > NORMAL_DROP:
        text += f" Validation accuracy ends {drop:.3f} below its best."
    risen = logistic(rise, NORMAL_RISE, ABNORMAL_RISE)
    with_score = min(logistic(rise, *SLIGHT_RISE), logistic(drop, *DROP))
    turned = max(risen, with_score, logistic(drop, NORMAL_DROP, ABNORMAL_DROP))
    return Finding(
        min(turned, logistic(fall, STILL, FALLING)),
        text,
        "metrics.val_loss",
        span(held_out, lowest),
        {
            "onset": onset_phase(lowest / len(held_out)),
            "onset_at": float(held_out.x[lowest]),
            "rise": rise,
        },
    )


def _drop_of_accuracy(case: Case) -> float:
    """From its best kept level to the end; 0 where there is none."""
    accuracy = curve(case, "val_accuracy")
    return 0.0 if accuracy is None else float(np.quantile(accuracy.y, 0.9)) - tail(accuracy.y)


def _fall_after(loss: Series, x: float) -> float:
    """Relative fall of the training loss after x."""
    at = min(int(np.searchsorted(loss.x, x)), len(loss) - 1)
    before = median(loss.y[max(at - 1, 0) : at + 2])
    return (before - tail(loss.y)) / before if before > 0 else 0.0
