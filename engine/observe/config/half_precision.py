"""The run computes in fp16, whose largest number is 65,504.

bf16 has the range of fp32 and does not count. Mixed precision without a stated type is as
likely bf16, so it is no sign by itself.
"""

from engine.evidence import Finding
from engine.observe.measures.stated import is_on, word
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "half-precision"
SOURCES = ("micikevicius-2018",)
HALF = ("fp16", "float16", "half", "16-mixed", "mixed_float16", "16-true")
POSSIBLE = 0.45  # mixed precision without a stated type


def observe(case: Case) -> Finding | None:
    if is_on(case, "fp16"):
        return Finding.stated("fp16", strength=CERTAIN, text="The run computes in fp16.")
    precision = word(case, "precision")
    if not precision:
        return _by_flags(case)
    strength = CERTAIN if _is_half(precision) else RULED_OUT
    return Finding.stated(
        "precision",
        strength=strength,
        text=f"The run computes in {precision}.",
    )


def _is_half(precision: str) -> bool:
    if precision == "16":
        return True
    return "bf" not in precision and any(name in precision for name in HALF)


def _by_flags(case: Case) -> Finding | None:
    if is_on(case, "amp"):
        text = "Mixed precision is on, in fp16 or bf16."
        return Finding.stated("amp", strength=POSSIBLE, text=text)
    if case.config.get("fp16") is None and case.config.get("amp") is None:
        return None
    return Finding.stated("amp", strength=RULED_OUT, text="Mixed precision is switched off.")
