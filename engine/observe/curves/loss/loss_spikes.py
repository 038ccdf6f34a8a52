import math

import numpy as np

from engine.evidence import Finding, Span
from engine.observe.facts import is_stepwise, onset_phase, step_loss, train_loss
from engine.observe.robust import logistic, moving_median, ratio
from engine.run import Case, Series

SYMPTOM = "loss-spikes"
# Height over the neighbours' median. Lightning's spike detector asks for three times the mean of
# the last ten, OLMo 2 counts points seven sigma out. Batches of a few samples have long tails, so
# the height is also compared with the start of the run and with the 95th percentile of all
# deviations (own: 2 to 4 in healthy recorded runs).
NORMAL_RATIO, ABNORMAL_RATIO = 2.0, 8.0
NORMAL_STEP_HEIGHT, ABNORMAL_STEP_HEIGHT = 1.0, 5.0  # in units of the first losses
NORMAL_EPOCH_HEIGHT, ABNORMAL_EPOCH_HEIGHT = 0.15, 0.8
NORMAL_TAIL, ABNORMAL_TAIL = 3.5, 9.0
WINDOW, LEAST_POINTS = 15, 8
BEGINNING = 0.05  # share of the run in which the loss falls too fast to tell


def observe(case: Case) -> Finding | None:
    steps, epochs = step_loss(case), train_loss(case)
    found = []
    if steps is not None:
        found.append(_highest(steps, WINDOW, NORMAL_STEP_HEIGHT, ABNORMAL_STEP_HEIGHT))
    if epochs is not None and not is_stepwise(case, epochs) and len(epochs) >= LEAST_POINTS:
        found.append(_highest(epochs, 5, NORMAL_EPOCH_HEIGHT, ABNORMAL_EPOCH_HEIGHT))
    return max(found, key=lambda finding: finding.strength, default=None)


def _highest(series: Series, window: int, normal: float, abnormal: float) -> Finding:
    y = series.y
    middle = moving_median(y, window)
    above = y - middle
    above[: max(2, math.ceil(BEGINNING * len(y)))] = 0.0
    above[-1] = min(above[-1], 0.0)  # nothing after it shows whether it comes back
    peak = int(np.argmax(above))
    start = float(np.abs(y[: max(1, len(y) // 40)]).mean())
    times, height = ratio(float(y[peak]), float(middle[peak])), ratio(float(above[peak]), start)
    tails = ratio(float(above[peak]), float(np.quantile(np.abs(above), 0.95)))
    strength = min(
        logistic(times, NORMAL_RATIO, ABNORMAL_RATIO, log=True),
        logistic(height, normal, abnormal, log=True),
        logistic(tails, NORMAL_TAIL, ABNORMAL_TAIL, log=True),
    )
    where = float(series.x[peak])
    return Finding(
        strength,
        f"The highest jump of {series.name} is to {y[peak]:.3g} at {series.x_name} {where:g}, "
        f"{times:.1f} times the level around it ({middle[peak]:.3g}).",
        f"metrics.{series.name}",
        Span(
            series.name,
            float(series.x[max(peak - 1, 0)]),
            float(series.x[min(peak + 1, len(y) - 1)]),
        ),
        {"onset": onset_phase(peak / len(y)), "onset_at": where, "times": times},
    )
