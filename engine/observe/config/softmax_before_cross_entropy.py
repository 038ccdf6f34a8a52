from engine.evidence import Finding
from engine.observe.settings import word
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT, is_seen

SYMPTOM = "softmax-before-cross-entropy"
# PyTorch's CrossEntropyLoss takes logits always; Keras' losses take probabilities unless
# from_logits is set.
LIKELY = 0.85


def observe(case: Case) -> Finding | None:
    output, loss = word(case, "output_activation"), word(case, "loss")
    if not output or not loss:
        return None
    strength = _strength(case, output, loss)
    text = f"The model ends in {output} and the loss is {loss}"
    doubled = ", which applies a softmax of its own" if is_seen(strength) else ""
    return Finding(strength, f"{text}{doubled}.", "config.loss")


def _strength(case: Case, output: str, loss: str) -> float:
    if output != "softmax" or "entropy" not in loss.replace("crossentropy", "cross_entropy"):
        return RULED_OUT
    from_logits = case.config.get("from_logits")
    if isinstance(from_logits, bool):
        return CERTAIN if from_logits else RULED_OUT
    framework = word(case, "framework")
    if framework in {"keras", "tensorflow", "tf"} or "categorical" in loss:
        return RULED_OUT
    return CERTAIN if framework in {"pytorch", "torch", "lightning"} else LIKELY
