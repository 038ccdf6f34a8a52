from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import number, word
from engine.run import Case

SYMPTOM = "regularization-strong"
# Usual, very strong. UMLAUT warns of dropout above one half. Weight decay is usual at 1e-5 to 1e-3
# where it is added to the gradient (SGD, Adam) and at 0.01 to 0.1 where it is decoupled (AdamW).
DROPOUT = (0.5, 0.75)
DECAY_IN_GRADIENT, DECOUPLED_DECAY = (2e-3, 5e-2), (0.15, 1.0)
LABEL_SMOOTHING = (0.2, 0.5)
DECOUPLED = ("adamw", "lion", "lamb", "sgdw")


def observe(case: Case) -> Finding | None:
    decoupled = any(name in word(case, "optimizer") for name in DECOUPLED)
    parts = []
    for name, (usual, strong), log in (
        ("dropout", DROPOUT, False),
        ("weight_decay", DECOUPLED_DECAY if decoupled else DECAY_IN_GRADIENT, True),
        ("label_smoothing", LABEL_SMOOTHING, False),
    ):
        value = number(case, name)
        if value is not None:
            parts.append((logistic(value, usual, strong, log=log), name, value))
    if not parts:
        return None
    strength, name, _ = max(parts)
    text = ", ".join(f"{name.replace('_', ' ')} {value:g}" for _, name, value in parts)
    return Finding(
        strength, f"{text[0].upper()}{text[1:]}.", f"config.{name}", None, {"what": name}
    )
