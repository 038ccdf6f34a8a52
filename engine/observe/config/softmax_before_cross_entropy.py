"""The model ends in a softmax and the loss applies another one.

CrossEntropyLoss of PyTorch always takes logits; the losses of Keras take probabilities unless
from_logits is set. Without a stated framework the finding is likely, not certain.
"""

from engine.evidence import Finding
from engine.observe.measures.stated import word
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT, is_seen

SYMPTOM = "softmax-before-cross-entropy"
SOURCES = ("pytorch-cross-entropy-loss", "keras-losses")
LIKELY = 0.85  # without a stated framework
KERAS = frozenset({"keras", "tensorflow", "tf"})
PYTORCH = frozenset({"pytorch", "torch", "lightning"})


def observe(case: Case) -> Finding | None:
    output = word(case, "output_activation")
    loss = word(case, "loss")
    if not output or not loss:
        return None
    strength = _strength(case, output, loss)
    doubled = ", which applies a softmax of its own" if is_seen(strength) else ""
    return Finding.stated(
        "loss",
        strength=strength,
        text=f"The model ends in {output} and the loss is {loss}{doubled}.",
    )


def _strength(case: Case, output: str, loss: str) -> float:
    is_cross_entropy = "entropy" in loss.replace("crossentropy", "cross_entropy")
    if output != "softmax" or not is_cross_entropy:
        return RULED_OUT
    from_logits = case.config.get("from_logits")
    if isinstance(from_logits, bool):
        return CERTAIN if from_logits else RULED_OUT
    framework = word(case, "framework")
    if framework in KERAS or "categorical" in loss:
        return RULED_OUT
    return CERTAIN if framework in PYTORCH else LIKELY
