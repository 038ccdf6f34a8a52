"""The classes differ much in size.

Measured as the largest over the smallest class. Vocabularies are uneven by nature and are not
judged.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import numbers, stated_task
from engine.run import Case

SYMPTOM = "classes-imbalanced"
LARGEST_OVER_SMALLEST = Band(
    2.5,
    10.0,
    log=True,
    source="judgment",
    compare=("sagemaker-debugger", "deepchecks"),
    note="samples; SageMaker and deepchecks: above 10",
)
VOCABULARIES = frozenset({"language_modeling", "sequence_tagging", "translation"})


def observe(case: Case) -> Finding | None:
    counts = numbers(case, "class_counts")
    if counts is None or len(counts) < 2 or stated_task(case) in VOCABULARIES:
        return None
    largest, smallest = float(counts.max()), float(counts.min())
    if largest <= 0:
        return None
    times = largest / max(smallest, 1.0)
    return Finding.stated(
        "class_counts",
        strength=LARGEST_OVER_SMALLEST.strength(times),
        text=f"The largest class has {largest:g} samples, the smallest {smallest:g}: "
        f"{times:.3g} times as many.",
    )
