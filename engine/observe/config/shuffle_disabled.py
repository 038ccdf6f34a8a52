from engine.records import Case, Finding

SYMPTOM = "shuffle-disabled"
SEEN, ABSENT = 0.98, 0.02  # stated in the configuration, nothing to measure


def observe(case: Case) -> Finding | None:
    shuffle = case.config.get("shuffle")
    if not isinstance(shuffle, bool):
        return None
    text = "The training data is shuffled." if shuffle else "The training data is not shuffled."
    return Finding(ABSENT if shuffle else SEEN, text, "config.shuffle")
