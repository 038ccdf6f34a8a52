from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import is_regression, n_classes, number, word
from engine.run import Case

SYMPTOM = "model-tiny-for-task"
# Width of the narrowest known layer against what has to pass through it (own), and parameters
# against those of a linear model on the same features, which a network should exceed.
USUAL_WIDTH, TINY_WIDTH = 8.0, 2.0
USUAL_TIMES, TINY_TIMES = 2.0, 0.5
LINEAR = 0.8  # no hidden layer: nothing but a weighted sum of the features
FLAT = frozenset({"mlp", "dense", "feedforward", "fully_connected", "linear"})


def observe(case: Case) -> Finding | None:
    if number(case, "depth") == 0 and word(case, "model_kind") in FLAT:
        return Finding(
            LINEAR,
            "The model has no hidden layer, so it is linear in the features.",
            "config.depth",
        )
    width, times = number(case, "width"), _against_linear(case)
    if width is None and times is None:
        return None
    narrow = logistic(width, USUAL_WIDTH, TINY_WIDTH, log=True) if width is not None else 0.0
    few = logistic(times, USUAL_TIMES, TINY_TIMES, log=True) if times is not None else 0.0
    parts = [] if width is None else [f"the layers are {width:g} units wide"]
    parts += (
        [] if times is None else [f"there are {times:.2g} times the parameters of a linear model"]
    )
    text = " and ".join(parts)
    return Finding(max(narrow, few), f"{text[0].upper()}{text[1:]}.", "config.width")


def _against_linear(case: Case) -> float | None:
    """Parameters over those of a linear model; None where the features do not enter a plain network
    as they are.
    """
    parameters, features = number(case, "n_parameters"), number(case, "n_features")
    outputs = 1 if is_regression(case) else n_classes(case)
    if parameters is None or not features or not outputs or word(case, "model_kind") not in FLAT:
        return None
    return parameters / ((features + 1) * (1 if outputs == 2 else outputs))
