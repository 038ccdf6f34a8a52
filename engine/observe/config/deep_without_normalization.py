"""A deep network has neither normalization layers nor shortcuts.

Three layers train without help; plain networks of about ten hardly do.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import is_on, number, word
from engine.run import Case
from engine.scales import RULED_OUT

SYMPTOM = "deep-without-normalization"
DEPTH = Band(
    3.0,
    7.0,
    source="healthy-runs",
    note="layers; three train without help, plain networks of about ten hardly do",
)
RESIDUAL = ("resnet", "residual", "transformer", "densenet", "unet", "bert", "gpt", "llama")


def observe(case: Case) -> Finding | None:
    depth, normalization = number(case, "depth"), _normalization(case)
    if depth is None or not normalization:
        return None
    has_shortcuts = _has_shortcuts(case)
    is_helped = has_shortcuts or normalization != "none"
    shortcuts = ", with shortcuts" if has_shortcuts else ""
    strength = RULED_OUT if is_helped else DEPTH.strength(depth)
    return Finding.stated(
        "depth",
        strength=strength,
        text=f"{depth:g} layers, normalization: {normalization}{shortcuts}.",
    )


def _normalization(case: Case) -> str:
    stated = case.config.get("normalization")
    if isinstance(stated, bool):
        return "on" if stated else "none"
    return word(case, "normalization")


def _has_shortcuts(case: Case) -> bool:
    kind = word(case, "model_kind")
    if any(name in kind for name in RESIDUAL):
        return True
    return is_on(case, "residual") or is_on(case, "skip_connections")
