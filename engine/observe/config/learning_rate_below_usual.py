from engine.evidence import Finding
from engine.observe.config.rates import rate_and_optimizer
from engine.observe.robust import logistic
from engine.observe.settings import is_pretrained
from engine.run import Case

SYMPTOM = "learning-rate-below-usual"
# Surely usual, surely below. UMLAUT draws the line at 1e-7, DeepDiagnosis at 1e-5, for every
# optimizer.
BANDS = {
    "sgd": (5e-4, 2e-5),
    "adam": (5e-5, 3e-6),
    "adagrad": (1e-3, 1e-5),
    "adadelta": (1e-2, 1e-4),
    "lion": (1e-5, 1e-7),
}
FINE_TUNING = 0.05  # pre-trained networks are commonly tuned at 1e-5 to 5e-5 under Adam


def observe(case: Case) -> Finding | None:
    known = rate_and_optimizer(case)
    if known is None:
        return None
    rate, optimizer, family = known
    usual, below = (edge * (FINE_TUNING if is_pretrained(case) else 1.0) for edge in BANDS[family])
    text = f"The learning rate is {rate:g} for {optimizer}; rates from {usual:g} on are usual."
    return Finding(logistic(rate, usual, below, log=True), text, "config.learning_rate")
