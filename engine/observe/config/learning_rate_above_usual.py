from engine.evidence import Finding
from engine.observe.config.rates import rate_and_optimizer
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "learning-rate-above-usual"
# Surely usual, surely above. UMLAUT draws the line at 0.01 and DeepDiagnosis at 0.1 for every
# optimizer, which flags the ordinary 0.1 of SGD; PyTorch's and Keras' defaults lie a factor of ten
# or more inside these bands.
BANDS = {
    "sgd": (0.35, 4.0),
    "adam": (0.015, 0.1),
    "adagrad": (0.1, 1.0),
    "adadelta": (3.0, 30.0),
    "lion": (1e-3, 1e-2),
}


def observe(case: Case) -> Finding | None:
    known = rate_and_optimizer(case)
    if known is None:
        return None
    rate, optimizer, family = known
    usual, above = BANDS[family]
    text = f"The learning rate is {rate:g} for {optimizer}; rates up to {usual:g} are usual."
    return Finding(logistic(rate, usual, above, log=True), text, "config.learning_rate")
