from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import number, word
from engine.run import Case

SYMPTOM = "saturating-activations"
# Depth from which it matters: the slope of a sigmoid is at most 1/4, so every layer costs a factor
# of four; tanh has slope 1 at zero. Gated recurrent cells are built with both and are ordinary.
SIGMOID_DEPTH, TANH_DEPTH = (1.0, 4.0), (2.0, 7.0)
SATURATING = (("sigmoid", SIGMOID_DEPTH), ("logistic", SIGMOID_DEPTH), ("tanh", TANH_DEPTH))
GATED, PLAIN_RECURRENT = 0.2, 0.8


def observe(case: Case) -> Finding | None:
    activation, kind, depth = (
        word(case, "activation"),
        word(case, "model_kind"),
        number(case, "depth"),
    )
    if not activation:
        return None
    text = f"The activation is {activation}" + (
        f" in {depth:g} layers." if depth is not None else "."
    )
    return Finding(_strength(activation, kind, depth), text, "config.activation")


def _strength(activation: str, kind: str, depth: float | None) -> float:
    edges = next((edges for name, edges in SATURATING if name in activation), None)
    if edges is None:
        return 0.02
    if "gru" in kind or "lstm" in kind:
        return GATED
    if "rnn" in kind:
        return PLAIN_RECURRENT
    return logistic(depth, *edges) if depth is not None else 0.4
