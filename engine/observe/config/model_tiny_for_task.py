"""The model is too small for its task.

Judged by the width of the narrowest stated layer, through which everything has to pass, and by the
number of parameters against a linear model on the same features, which a network should exceed. A
plain network without a hidden layer is linear in the features.
"""

from engine.evidence import Finding
from engine.observe.measures import model_size
from engine.observe.measures.model_size import ModelSize
from engine.run import Case

SYMPTOM = "model-tiny-for-task"
WIDTH = model_size.WIDTH
PARAMETERS = model_size.PARAMETERS


def observe(case: Case) -> Finding | None:
    size = model_size.model_size(case)
    if size is None:
        return None
    if not size.has_hidden_layer:
        text = "The model has no hidden layer, so it is linear in the features."
        return Finding.stated("depth", strength=size.smallness, text=text)
    setting = "n_parameters" if size.width is None else "width"
    return Finding.stated(setting, strength=size.smallness, text=_sentence(size))


def _sentence(size: ModelSize) -> str:
    parts = []
    if size.width is not None:
        parts.append(f"the layers are {size.width:g} units wide")
    if size.times_linear is not None:
        parts.append(f"there are {size.times_linear:.2g} times the parameters of a linear model")
    text = " and ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
