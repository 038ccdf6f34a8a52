from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import number, word
from engine.run import Case

SYMPTOM = "deep-without-normalization"
# Own: three layers train without help, plain networks of about ten hardly do.
SHALLOW, DEEP = 3.0, 7.0
RESIDUAL = ("resnet", "residual", "transformer", "densenet", "unet", "bert", "gpt", "llama")


def observe(case: Case) -> Finding | None:
    depth, normalization = number(case, "depth"), _normalization(case)
    if depth is None or not normalization:
        return None
    helped = _has_shortcuts(case) or normalization != "none"
    text = (
        f"{depth:g} layers, normalization: "
        f"{normalization}{', with shortcuts' if _has_shortcuts(case) else ''}."
    )
    return Finding(0.02 if helped else logistic(depth, SHALLOW, DEEP), text, "config.depth")


def _normalization(case: Case) -> str:
    stated = case.config.get("normalization")
    if isinstance(stated, bool):
        return "on" if stated else "none"
    return word(case, "normalization")


def _has_shortcuts(case: Case) -> bool:
    kind = word(case, "model_kind")
    return any(name in kind for name in RESIDUAL) or any(
        case.config.get(key) is True for key in ("residual", "skip_connections")
    )
