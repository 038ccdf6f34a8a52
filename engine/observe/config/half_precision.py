from engine.evidence import Finding
from engine.observe.measures.stated import word
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "half-precision"
# The largest number in fp16 is 65,504; bf16 has the range of fp32 and does not count.
HALF = ("fp16", "float16", "half", "16-mixed", "mixed_float16", "16-true")
LIKELY = 0.7  # mixed precision without a stated type


def observe(case: Case) -> Finding | None:
    flag, precision = case.config.get("fp16"), word(case, "precision")
    if isinstance(flag, bool) and flag:
        return Finding(CERTAIN, "The run computes in fp16.", "config.fp16")
    if not precision:
        return _by_flags(flag, case.config.get("amp"))
    half = precision == "16" or ("bf" not in precision and any(name in precision for name in HALF))
    text = f"The run computes in {precision}."
    return Finding(CERTAIN if half else RULED_OUT, text, "config.precision")


def _by_flags(fp16: object, mixed: object) -> Finding | None:
    if mixed is True:
        return Finding(LIKELY, "Mixed precision is on; its usual type is fp16.", "config.amp")
    if fp16 is None and mixed is None:
        return None
    return Finding(RULED_OUT, "Mixed precision is switched off.", "config.amp")
