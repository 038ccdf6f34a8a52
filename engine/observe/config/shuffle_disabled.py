"""The training data is not shuffled.

Read off the stated setting.
"""

from engine.evidence import Finding
from engine.run import Case
from engine.scales import CERTAIN, RULED_OUT

SYMPTOM = "shuffle-disabled"


def observe(case: Case) -> Finding | None:
    shuffle = case.config.get("shuffle")
    if not isinstance(shuffle, bool):
        return None
    if shuffle:
        text = "The training data is shuffled."
        return Finding.stated("shuffle", strength=RULED_OUT, text=text)
    text = "The training data is not shuffled."
    return Finding.stated("shuffle", strength=CERTAIN, text=text)
