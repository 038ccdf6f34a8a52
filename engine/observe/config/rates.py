"""The learning rate and the family of its optimizer."""

from engine.observe.settings import number, word
from engine.run import Case

# Matched as parts of the name, the more particular first: "adagrad" before "adam" is of no matter,
# "rmsprop" takes the steps of Adam's size.
FAMILIES = (
    ("adagrad", "adagrad"),
    ("adadelta", "adadelta"),
    ("adafactor", "adam"),
    ("adam", "adam"),
    ("rmsprop", "adam"),
    ("lamb", "adam"),
    ("lion", "lion"),
    ("sgd", "sgd"),
    ("momentum", "sgd"),
    ("nesterov", "sgd"),
)


def rate_and_optimizer(case: Case) -> tuple[float, str, str] | None:
    """Rate, name and family; None when the rate is missing or not positive, or no family is
    known.
    """
    rate, optimizer = number(case, "learning_rate"), word(case, "optimizer")
    family = next((family for part, family in FAMILIES if part in optimizer), None)
    return (rate, optimizer, family) if rate is not None and rate > 0 and family else None
