from diagnostics_api.engine.observe.facts import word
from diagnostics_api.engine.records import Case, Finding

SYMPTOM = "half-precision"
# The largest number in fp16 is 65,504; bf16 has the range of fp32 and does not count.
HALF = ("fp16", "float16", "half", "16-mixed", "mixed_float16", "16-true")
SEEN, ABSENT = 0.98, 0.02


def observe(case: Case) -> Finding | None:
    flag, precision = case.config.get("fp16"), word(case, "precision", "dtype", "mixed_precision")
    if isinstance(flag, bool) and flag:
        return Finding(SEEN, "The run computes in fp16.", "config.fp16")
    if not precision:
        return None if flag is None else Finding(ABSENT, "fp16 is switched off.", "config.fp16")
    half = precision == "16" or ("bf" not in precision and any(name in precision for name in HALF))
    text = f"The run computes in {precision}."
    return Finding(SEEN if half else ABSENT, text, "config.precision")
