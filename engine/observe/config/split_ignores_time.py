from engine.evidence import Finding
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
    """Only for data that is known to be ordered in time: a random split of other data is what one
    should do.
    """
    split = str(case.config.get("split", "")).lower()
    if not _ordered_in_time(case):
        return None
    if any(word in split for word in BY_TIME):
        return Finding(
            RULED_OUT, f"The data is ordered in time and split by time ({split}).", "config.split"
        )
    if any(word in split for word in AT_RANDOM):
        return Finding(
            AGAINST_TIME,
            f"The data is ordered in time and split at random ({split}).",
            "config.split",
        )
    return None


def _ordered_in_time(case: Case) -> bool:
    task = str(case.config.get("task", "")).lower()
    return case.config.get("time_ordered") is True or any(name in task for name in TIME_TASKS)
