from engine.evidence import Finding, Span
from engine.observe.learned import first_loss, untrained_loss
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "loss-starts-too-high"
# First loss over the loss of a guess that knows nothing yet. TheDeepChecker warns from twice ln K
# on; one batch of a regression is easily at twice the variance.
NORMAL_TIMES, ABNORMAL_TIMES = 1.8, 5.0
NAMES = ("train_loss_step", "train_loss")


def observe(case: Case) -> Finding | None:
    first, chance = first_loss(case), untrained_loss(case)
    if first is None or chance is None:
        return None
    name = next(name for name in NAMES if name in case.series and len(case.series[name].finite))
    times, series = first / chance, case.series[name]
    return Finding(
        logistic(times, NORMAL_TIMES, ABNORMAL_TIMES, log=True),
        f"The first value of {name} is {first:.3g}, {times:.1f} times the loss of an even guess "
        f"({chance:.3g}).",
        f"metrics.{name}",
        Span(name, float(series.x[0]), float(series.x[min(1, len(series) - 1)])),
        {"onset": "first steps", "times": times},
    )
