"""Data that is ordered in time is split at random.

Judged only where the data is known to be ordered in time: a random split of other data is right.
"""

from engine.evidence import Finding
from engine.observe.measures.stated import is_on
from engine.run import Case
from engine.scales import RULED_OUT

SYMPTOM = "split-ignores-time"
AGAINST_TIME = 0.97  # a random split of ordered data, as stated
AT_RANDOM = ("random", "shuffle", "kfold", "k-fold", "stratified", "train_test_split")
BY_TIME = (
    "time",
    "chronological",
    "temporal",
    "walk-forward",
    "walk_forward",
    "expanding",
    "rolling",
)
TIME_TASKS = ("forecast", "time_series", "time-series", "time series")


def observe(case: Case) -> Finding | None:
    if not _is_ordered_in_time(case):
        return None
    split = _lower(case, "split")
    if _names_one_of(split, BY_TIME):
        text = f"The data is ordered in time and split by time ({split})."
        return Finding.stated("split", strength=RULED_OUT, text=text)
    if _names_one_of(split, AT_RANDOM):
        text = f"The data is ordered in time and split at random ({split})."
        return Finding.stated("split", strength=AGAINST_TIME, text=text)
    return None


def _is_ordered_in_time(case: Case) -> bool:
    return is_on(case, "time_ordered") or _names_one_of(_lower(case, "task"), TIME_TASKS)


def _lower(case: Case, name: str) -> str:
    return str(case.config.get(name, "")).lower()


def _names_one_of(text: str, names: tuple[str, ...]) -> bool:
    return any(name in text for name in names)
