from engine.observe.settings import word
from engine.records import Case, Finding

SYMPTOM = "custom-initialization"
NOT_BY_HAND = frozenset({"default", "pretrained", "none", "auto"})
SEEN, ABSENT = 0.98, 0.02  # stated in the configuration, nothing to measure


def observe(case: Case) -> Finding | None:
    init = word(case, "init")
    if not init:
        return None
    return Finding(ABSENT if init in NOT_BY_HAND else SEEN, f"The initialization is {init}.", "config.init")
