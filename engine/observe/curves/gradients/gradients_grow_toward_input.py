from engine.evidence import Finding
from engine.observe.measures.band import logistic
from engine.observe.measures.layers import layer_norms
from engine.run import Case

SYMPTOM = "gradients-grow-toward-input"
# First over last layer. AUTOTRAINER: above 70; own: up to 3 in healthy recorded runs.
NORMAL_RATIO, ABNORMAL_RATIO = 5.0, 50.0
NO_ORDER, ORDER = 0.3, 0.75


def observe(case: Case) -> Finding | None:
    layers = layer_norms(case)
    if layers is None:
        return None
    norms, proportion, order = layers.norms, layers.first_over_last, 1 - layers.toward_output
    strength = min(
        logistic(float(proportion), NORMAL_RATIO, ABNORMAL_RATIO, log=True),
        logistic(order, NO_ORDER, ORDER),
    )
    text = (
        f"The median gradient norm is {norms[0]:.2g} in the first of {len(norms)} layers and "
        f"{norms[-1]:.2g} "
        f"in the last, and grows toward the input in {order:.0%} of the steps between layers."
    )
    return Finding(strength, text, "metrics.grad_norm_by_layer", None, {"ratio": float(proportion)})
