from engine.evidence import Finding
from engine.observe.layers import layer_norms, toward_output
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "gradients-shrink-toward-input"
# First over last layer. AUTOTRAINER: below 1e-3 (with the first below 1e-4); own: 0.1 to 1 in
# healthy recorded runs.
NORMAL_RATIO, ABNORMAL_RATIO = 0.1, 0.005
NO_ORDER, ORDER = (
    0.3,
    0.75,
)  # share of neighbouring layers in which the one nearer the input has the smaller norm


def observe(case: Case) -> Finding | None:
    norms = layer_norms(case)
    if norms is None:
        return None
    proportion, order = norms[0] / norms[-1], toward_output(norms)
    strength = min(
        logistic(float(proportion), NORMAL_RATIO, ABNORMAL_RATIO, log=True),
        logistic(order, NO_ORDER, ORDER),
    )
    text = (
        f"The median gradient norm is {norms[0]:.2g} in the first of {len(norms)} layers and "
        f"{norms[-1]:.2g} "
        f"in the last, and grows toward the output in {order:.0%} of the steps between layers."
    )
    return Finding(strength, text, "metrics.grad_norm_by_layer", None, {"ratio": float(proportion)})
