from engine.evidence import Finding
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "shuffle-disabled"


def observe(case: Case) -> Finding | None:
    shuffle = case.config.get("shuffle")
    if not isinstance(shuffle, bool):
        return None
    text = "The training data is shuffled." if shuffle else "The training data is not shuffled."
    return Finding(RULED_OUT if shuffle else CERTAIN, text, "config.shuffle")
