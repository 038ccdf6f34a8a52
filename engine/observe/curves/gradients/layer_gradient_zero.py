from engine.evidence import Finding
from engine.observe.facts import onset_phase, span
from engine.observe.robust import logistic
from engine.observe.settings import is_pretrained
from engine.run import Case, Series

SYMPTOM = "layer-gradient-zero"
# Share of the logged points at which a layer's norm is exactly zero: arithmetic does not give exact
# zeros by chance.
NORMAL_SHARE, ABNORMAL_SHARE = 0.1, 0.6
FROZEN_ON_PURPOSE = 0.6  # a pre-trained model may be meant to keep its lower layers


def observe(case: Case) -> Finding | None:
    layers = [layer for layer in case.layers.get("grad_norm_by_layer", ()) if len(layer.finite)]
    if not layers:
        return None
    shares = [float((layer.finite == 0).mean()) for layer in layers]
    worst = max(range(len(layers)), key=shares.__getitem__)
    strength = logistic(shares[worst], NORMAL_SHARE, ABNORMAL_SHARE)
    if is_pretrained(case) or case.config.get("freeze_backbone") is True:
        strength = min(strength, FROZEN_ON_PURPOSE)
    zero = [str(index) for index, share in enumerate(shares) if share >= ABNORMAL_SHARE]
    text = (
        f"The gradient norm is exactly 0 in {len(zero)} of {len(layers)} layers "
        f"({', '.join(zero) or 'none'}, "
        f"counted from the input); layer {worst} is at 0 in {shares[worst]:.0%} of the points."
    )
    where: dict[str, str | float] = {
        "layers": _which(len(zero), len(layers)),
        "layer": float(worst),
        "onset": _onset(layers[worst]),
    }
    return Finding(strength, text, "metrics.grad_norm_by_layer", span(layers[worst]), where)


def _which(zero: int, layers: int) -> str:
    if zero == 0:
        return "none"
    return "all" if zero == layers else "some"


def _onset(layer: Series) -> str:
    zero = layer.y == 0
    return onset_phase(float(zero.argmax()) / len(layer)) if zero.any() else "never"
